/// The MQTT broker inside the city's process, for a city that was given no broker to talk to. It keeps
/// nothing on disk: what must survive a restart is in the log, and retained state is published again by
/// whoever owns it.
@NullMarked
package city.adapter.mqtt.broker;

import org.jspecify.annotations.NullMarked;
