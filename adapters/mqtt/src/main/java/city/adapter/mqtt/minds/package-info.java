/// Asks programs that speak for residents over MQTT, and hears their answers.
@NullMarked
package city.adapter.mqtt.minds;

import org.jspecify.annotations.NullMarked;
