/// A city with its servers, its clients and its subscribers, and every fault that strikes them.
@NullMarked
package city.app.fire.scene;

import org.jspecify.annotations.NullMarked;
