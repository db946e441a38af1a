/// Tells the city's events to the world over MQTT 5, through the embedded broker or one that the operator
/// runs.
@NullMarked
package city.adapter.mqtt;

import org.jspecify.annotations.NullMarked;
