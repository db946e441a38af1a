@NullMarked
package city.social.domain;

import org.jspecify.annotations.NullMarked;
