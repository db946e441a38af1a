/// Minds over MQTT, with a real broker and real clients.
@NullMarked
package city.adapter.mqtt.minds;

import org.jspecify.annotations.NullMarked;
