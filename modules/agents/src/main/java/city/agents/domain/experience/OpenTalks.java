package city.agents.domain.experience;

import city.social.InteractionId;
import city.social.SocialEvent.MessageSaid;
import city.world.kernel.Event;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// What was said so far in conversations that go on. Only an aid: of a conversation that it has not heard from the
/// beginning, as after a start or a repeated batch, the log is asked when it ends.
final class OpenTalks {
    /// More than go on at once in a city of 100,000; the oldest is left to the log.
    private static final int MOST = 20_000;

    /// No conversation has so many.
    private static final int MOST_MESSAGES = 100;

    private final EventFeed feed;
    private final Function<LoggedEvent, Optional<Event>> reader;

    /// Messages by their sequences, so that one that is heard twice counts once.
    private final Map<InteractionId, TreeMap<Long, MessageSaid>> talks = new LinkedHashMap<>();

    OpenTalks(EventFeed feed, Function<LoggedEvent, Optional<Event>> reader) {
        this.feed = feed;
        this.reader = reader;
    }

    void begin(InteractionId talk) {
        talks.put(talk, new TreeMap<>());
        if (talks.size() > MOST) {
            talks.remove(talks.keySet().iterator().next());
        }
    }

    void hear(long sequence, MessageSaid message) {
        var heard = talks.get(message.interaction());
        if (heard != null) {
            heard.put(sequence, message);
        }
    }

    /// All that was said, in order.
    List<MessageSaid> end(InteractionId talk) {
        var heard = talks.remove(talk);
        return heard == null ? lookUp(talk) : List.copyOf(heard.values());
    }

    private List<MessageSaid> lookUp(InteractionId talk) {
        var said = new Filter(
                Optional.of("social"), Optional.of("social.message-said.v1"), Optional.of(talk.value()), false);
        return feed.read(0, said, MOST_MESSAGES).events().stream()
                .flatMap(it -> reader.apply(it).stream())
                .filter(MessageSaid.class::isInstance)
                .map(MessageSaid.class::cast)
                .toList();
    }
}
