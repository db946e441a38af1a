/// Follows the city's log and tells it to a broker.
@NullMarked
package city.adapter.mqtt.relay;

import org.jspecify.annotations.NullMarked;
