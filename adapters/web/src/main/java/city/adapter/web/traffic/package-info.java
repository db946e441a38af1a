/// What every request and answer goes through: whose host it is for, which moment of the city it sees, which headers it
/// carries.
@NullMarked
package city.adapter.web.traffic;

import org.jspecify.annotations.NullMarked;
