@NullMarked
package city.social.application;

import org.jspecify.annotations.NullMarked;
