/// The container image, looked into and run.
@NullMarked
package city.app.image;

import org.jspecify.annotations.NullMarked;
