/// Those who use a city while it burns: clients who order, and subscribers who listen.
@NullMarked
package city.app.fire.crowd;

import org.jspecify.annotations.NullMarked;
