/// Tests over real brokers and real clients.
@NullMarked
package city.adapter.mqtt.broker;

import org.jspecify.annotations.NullMarked;
