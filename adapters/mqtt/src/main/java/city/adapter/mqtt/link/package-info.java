/// A connection to one MQTT 5 broker that comes back by itself.
@NullMarked
package city.adapter.mqtt.link;

import org.jspecify.annotations.NullMarked;
