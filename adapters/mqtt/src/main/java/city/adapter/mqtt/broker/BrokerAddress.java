package city.adapter.mqtt.broker;

import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;

/// How the broker names a topic inside. Levels are parted by a dot there: it looks for retained messages
/// under `$sys.mqtt.retain.{address}`, which with another delimiter would be no level of its own, so that
/// `#` and `+/…` would find none.
final class BrokerAddress {
    static final WildcardConfiguration WILDCARDS =
            new WildcardConfiguration().setDelimiter('.').setAnyWords('#').setSingleWord('+');

    private BrokerAddress() {}

    /// The broker asks for rights on `address` and on `address::queue`; only the former says what is read
    /// or written.
    static String topicOf(String address) {
        var queue = address.indexOf("::");
        return MQTTUtil.getMqttTopicFromCoreAddress(queue < 0 ? address : address.substring(0, queue), WILDCARDS);
    }

    static boolean isInternal(String address) {
        return address.startsWith("$");
    }

    static String of(String topic) {
        return MQTTUtil.getCoreAddressFromMqttTopic(topic, WILDCARDS);
    }
}
