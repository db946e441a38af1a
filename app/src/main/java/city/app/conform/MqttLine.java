package city.app.conform;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// MQTT 5 and 3.1.1: packets pass as they are, and what is said on the topics of the mind's turn is told.
final class MqttLine extends Line {
    /// The broker's own limit is lower, so it says so itself.
    private static final int MOST_PACKET_BYTES = 4 << 20;

    /// Of MQTT 3.1 only, where the broker decides.
    private static final int MOST_CLIENT_ID = 65_535;

    /// The first reason code that means failure, MQTT 5 section 2.4.
    private static final int FIRST_FAILURE = 0x80;

    private static final int SERVER_SHUTS_DOWN = 0x8b;

    private final UUID agent;
    private final Set<String> replyTopics = new HashSet<>();
    private final Map<Integer, List<String>> subscribing = new HashMap<>();
    private final Map<Integer, String> publishing = new HashMap<>();
    private final Map<Integer, String> aliasesOfMind = new HashMap<>();
    private final Map<Integer, String> aliasesOfCity = new HashMap<>();
    private boolean isConnected;
    private boolean isEnding;

    /// @param agent whose mind is examined
    MqttLine(Exam exam, Channel mind, Channel city, UUID agent) {
        super(exam, mind, city);
        this.agent = agent;
    }

    /// The version, which decides how a packet is read, is seen by each end as CONNECT passes it.
    @Override
    void equip(ChannelPipeline mind, ChannelPipeline city) {
        for (var end : List.of(mind, city)) {
            end.addLast(new MqttDecoder(MOST_PACKET_BYTES, MOST_CLIENT_ID), MqttEncoder.INSTANCE);
        }
    }

    @Override
    void fromMind(Object message) {
        if (!(message instanceof MqttMessage packet) || packet.decoderResult().isFailure()) {
            exam.unreadable("no packet of MQTT");
            ReferenceCountUtil.release(message);
            isEnding = true;
            end();
            return;
        }
        switch (packet) {
            case MqttSubscribeMessage it ->
                subscribing.put(
                        it.variableHeader().messageId(),
                        it.payload().topicSubscriptions().stream()
                                .map(topic -> topic.topicFilter())
                                .toList());
            case MqttPublishMessage it -> saidByMind(it);
            default -> isEnding |= packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT;
        }
        city().write(packet);
    }

    @Override
    void fromCity(Object message) {
        switch (message) {
            case MqttConnAckMessage it -> welcomed(it);
            case MqttSubAckMessage it -> subscribed(it);
            case MqttPublishMessage it -> saidByCity(it);
            case MqttMessage it
            when isReceipt(it) && it.variableHeader() instanceof MqttPubReplyMessageVariableHeader reply ->
                published(reply);
            case MqttMessage it
            when it.fixedHeader().messageType() == MqttMessageType.DISCONNECT
                    && it.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader why -> dismissed(why);
            default -> {}
        }
        mind().write(message);
    }

    @Override
    void endedByCity() {
        if (isConnected && !isEnding) {
            exam.ended("the broker gives no reason; see who may say what on which topic");
        }
    }

    /// Of what the mind said; PUBREL is of what the broker says, by numbers of its own.
    private static boolean isReceipt(MqttMessage packet) {
        return switch (packet.fixedHeader().messageType()) {
            case PUBACK, PUBREC -> true;
            default -> false;
        };
    }

    private void saidByMind(MqttPublishMessage said) {
        var topic = topic(said, aliasesOfMind);
        if (said.fixedHeader().qosLevel().value() > 0) {
            publishing.put(said.variableHeader().packetId(), topic);
        }
        if (!isOf(topic, "intent")) {
            return;
        }
        var properties = said.variableHeader().properties();
        if (properties.getProperty(MqttProperties.RESPONSE_TOPIC) instanceof StringProperty reply) {
            replyTopics.add(reply.value());
        }
        exam.answered(Answer.of(Words.read(ByteBufUtil.getBytes(said.payload()))));
    }

    private void saidByCity(MqttPublishMessage said) {
        var topic = topic(said, aliasesOfCity);
        if (isOf(topic, "observation")) {
            Words.number(Words.read(ByteBufUtil.getBytes(said.payload())).path("question"))
                    .ifPresent(exam::asked);
        } else if (isOf(topic, "outcome") || replyTopics.contains(topic)) {
            exam.settled(Outcome.of(Words.read(ByteBufUtil.getBytes(said.payload()))));
        }
    }

    /// A session that was kept may hold the subscription.
    private void welcomed(MqttConnAckMessage welcome) {
        var code = welcome.variableHeader().connectReturnCode();
        isConnected = code == MqttConnectReturnCode.CONNECTION_ACCEPTED;
        if (!isConnected) {
            exam.notAdmitted(
                    "a connection",
                    "%s (0x%02x); the user must be the resident's id, and the password its token"
                            .formatted(code, code.byteValue() & 0xff));
        } else if (welcome.variableHeader().isSessionPresent()) {
            exam.listens();
        }
    }

    private void subscribed(MqttSubAckMessage answer) {
        var filters = subscribing.getOrDefault(answer.variableHeader().messageId(), List.of());
        subscribing.remove(answer.variableHeader().messageId());
        var codes = answer.payload().reasonCodes();
        for (int i = 0; i < Math.min(filters.size(), codes.size()); i++) {
            if (codes.get(i) >= FIRST_FAILURE) {
                exam.notAdmitted(
                        "a subscription to " + Words.onOneLine(filters.get(i)),
                        "0x%02x; connect with the resident's id and token, and name its topics without wildcards"
                                .formatted(codes.get(i)));
            } else if (isOf(filters.get(i), "observation")) {
                exam.listens();
            }
        }
    }

    private void published(MqttPubReplyMessageVariableHeader reply) {
        var topic = publishing.remove(reply.messageId());
        int code = reply.reasonCode() & 0xff;
        if (topic != null && code >= FIRST_FAILURE) {
            exam.notAdmitted(
                    "what it says on " + Words.onOneLine(topic),
                    "0x%02x; connect with the resident's id and token, and say it on its intent".formatted(code));
        }
    }

    private void dismissed(MqttReasonCodeAndPropertiesVariableHeader why) {
        int code = why.reasonCode() & 0xff;
        if (!isEnding && code >= FIRST_FAILURE && code != SERVER_SHUTS_DOWN) {
            exam.ended("by DISCONNECT, reason code 0x%02x".formatted(code));
        }
        isEnding = true;
    }

    /// Of MQTT 5: a number may stand for a topic that was named before.
    private static String topic(MqttPublishMessage said, Map<Integer, String> aliases) {
        var named = said.variableHeader().topicName();
        if (said.variableHeader().properties().getProperty(MqttProperties.TOPIC_ALIAS)
                instanceof IntegerProperty alias) {
            if (!named.isEmpty()) {
                aliases.put(alias.value(), named);
            }
            return aliases.getOrDefault(alias.value(), "");
        }
        return named;
    }

    /// Under whatever prefix.
    private boolean isOf(String topic, String what) {
        var name = "agents/%s/%s".formatted(agent, what);
        return topic.equals(name) || topic.endsWith("/" + name);
    }
}
