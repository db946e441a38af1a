/// The relay over brokers that come and go.
@NullMarked
package city.adapter.mqtt.relay;

import org.jspecify.annotations.NullMarked;
