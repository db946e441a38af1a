/// What the link promises, over both brokers.
@NullMarked
package city.adapter.mqtt.link;

import org.jspecify.annotations.NullMarked;
