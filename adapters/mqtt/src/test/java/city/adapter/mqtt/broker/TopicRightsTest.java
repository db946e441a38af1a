package city.adapter.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRightsTest {
    private final TopicRights rights = new TopicRights("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "+/+/+",
                "world/tick",
                "agents/7/move",
                "agents/#",
                "agents/+/spawn",
                "replies/ann/1",
                "replies/ann/#"
            })
    void aClientReadsWhatIsPublicAndItsOwnReplies(String filter) {
        assertThat(rights.mayRead("ann", filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agents/7/observation",
                "agents/+/intent",
                "agents/+/outcome",
                "replies/bob/1",
                "replies/#",
                "replies/+/1",
                "$sys.mqtt.retain.world/weather",
                "$SYS/#",
                "activemq/notifications"
            })
    void aClientDoesNotReadWhatBelongsToOthersOrToTheBroker(String filter) {
        assertThat(rights.mayRead("ann", filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "world/tick",
                "agents/7/intent",
                "platform/status",
                "economy/transaction",
                "anything",
                "replies/bob/1",
                "replies/ann",
                "replies/ann/#",
                "replies/ann/+",
                "$sys.mqtt.retain.world/weather",
                "activemq/management"
            })
    void aClientPublishesNothingButItsOwnReplies(String topic) {
        assertThat(rights.mayPublish("ann", topic)).isFalse();
        assertThat(rights.mayPublish("ann", "replies/ann/1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "#", "ann/x", "", "$x", "o'hara"})
    void aClientIdThatIsAPatternOwnsNothing(String clientId) {
        assertThat(rights.mayRead(clientId, "replies/" + clientId + "/1")).isFalse();
        assertThat(rights.mayPublish(clientId, "replies/" + clientId + "/1")).isFalse();
    }

    @Test
    void aPrefixMovesEveryRule() {
        var moved = new TopicRights("lab/");

        assertThat(moved.mayRead("ann", "lab/agents/7/observation")).isFalse();
        assertThat(moved.mayPublish("ann", "lab/replies/ann/1")).isTrue();
        assertThat(moved.deliveryFilter("#")).contains("'lab.agents.%.intent'");
    }

    @Test
    void aPrefixThatWouldBreakTheFilterIsRefused() {
        assertThatThrownBy(() -> new TopicRights("o'hara/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TopicRights("lab")).hasMessageContaining("ended by '/'");
    }
}
