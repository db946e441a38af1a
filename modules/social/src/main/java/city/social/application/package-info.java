/// What residents do with each other, put together by {@link city.social.application.SocialModule}.
@NullMarked
package city.social.application;

import org.jspecify.annotations.NullMarked;
