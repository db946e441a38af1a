package city.agents;

import java.util.Optional;
import java.util.UUID;

/// A party, and how one speaks of it: an utterance with its topic lets the hearers know.
public record PartyId(UUID value) {
    private static final String WORD = "party ";

    /// The topic of an utterance that tells of it, such as `party 018f…`.
    public String topic() {
        return WORD + value;
    }

    /// The party that a topic names; empty for a topic of another kind.
    public static Optional<PartyId> of(String topic) {
        if (!topic.startsWith(WORD)) {
            return Optional.empty();
        }
        try {
            var party = new PartyId(UUID.fromString(topic.substring(WORD.length())));
            return Optional.of(party).filter(it -> it.topic().equals(topic));
        } catch (IllegalArgumentException ofAnotherKind) {
            return Optional.empty();
        }
    }
}
