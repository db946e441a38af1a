package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MqttLineTest {
    private static final UUID AGENT = new UUID(7, 7);
    private static final int NUMBER = 1;
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int NO_SUCH_NUMBER = 0x92;

    private final Exam exam = new Exam(() -> 0);
    private final EmbeddedChannel mind = new EmbeddedChannel();
    private final EmbeddedChannel city = new EmbeddedChannel();
    private final MqttLine line = new MqttLine(exam, mind, city, AGENT);

    @AfterEach
    void end() {
        mind.finishAndReleaseAll();
        city.finishAndReleaseAll();
    }

    @Test
    void whatIsNotTakenIsToldByItsReceipt() {
        publish("weather");
        line.fromCity(reply(MqttMessageType.PUBREC, NOT_AUTHORIZED));

        assertThat(exam.verdict().lines())
                .anyMatch(it -> it.startsWith("wrong  token      what it says on weather is refused: 0x87"));
    }

    @Test
    void whatTheBrokerSaysByTheSameNumberIsNoReceipt() {
        publish("weather");
        line.fromCity(reply(MqttMessageType.PUBREL, NO_SUCH_NUMBER));
        line.fromCity(reply(MqttMessageType.PUBREC, NOT_AUTHORIZED));

        assertThat(exam.verdict().lines())
                .filteredOn(it -> it.startsWith("wrong  token"))
                .singleElement()
                .asString()
                .contains("0x87");
    }

    private void publish(String topic) {
        line.fromMind(MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(MqttQoS.EXACTLY_ONCE)
                .messageId(NUMBER)
                .payload(Unpooled.copiedBuffer("{}", UTF_8))
                .build());
    }

    private static MqttMessage reply(MqttMessageType type, int code) {
        return new MqttMessage(
                new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttPubReplyMessageVariableHeader(NUMBER, (byte) code, MqttProperties.NO_PROPERTIES));
    }
}
