/// Tests over real brokers and real clients.
@NullMarked
package city.adapter.mqtt;

import org.jspecify.annotations.NullMarked;
