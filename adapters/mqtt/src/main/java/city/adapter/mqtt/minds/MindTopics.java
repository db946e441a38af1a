package city.adapter.mqtt.minds;

import city.adapter.mqtt.catalogue.Topic;
import city.adapter.mqtt.catalogue.TopicCatalogue;
import city.world.ResidentId;
import java.util.Optional;
import java.util.UUID;

/// The topics of a mind's turn.
///
/// @param prefix stands before every topic, empty or ending in `/`
record MindTopics(String prefix) {
    private static final String REPLIES = "replies/";
    private static final int UUID_LENGTH = 36;

    /// What an MQTT server takes, and more than anybody needs.
    private static final int LONGEST_TOPIC = 512;

    /// All intents.
    String intents() {
        return prefix + TopicCatalogue.INTENT.pattern().replace("{agent_id}", "+");
    }

    String observation(ResidentId resident) {
        return of(TopicCatalogue.OBSERVATION, resident);
    }

    String outcome(ResidentId resident) {
        return of(TopicCatalogue.OUTCOME, resident);
    }

    /// Whose intent comes on a topic; empty where nobody's does.
    Optional<ResidentId> ownerOf(String topic) {
        var pattern = prefix + TopicCatalogue.INTENT.pattern();
        int id = pattern.indexOf('{');
        if (topic.length() < id + UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            var resident = new ResidentId(UUID.fromString(topic.substring(id, id + UUID_LENGTH)));
            return topic.equals(of(TopicCatalogue.INTENT, resident)) ? Optional.of(resident) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /// Whether a client may have its answer there: what the platform says in its own name must not be put into its
    /// mouth.
    boolean isReplyTopic(String topic) {
        return topic.startsWith(prefix + REPLIES)
                && topic.length() <= LONGEST_TOPIC
                && topic.indexOf('#') < 0
                && topic.indexOf('+') < 0;
    }

    private String of(Topic topic, ResidentId resident) {
        return prefix + topic.pattern().replace("{agent_id}", resident.value().toString());
    }
}
