package city.adapter.web.live;

import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which events a subscription wants; an empty list wants all.
record Wish(List<String> topics, List<String> types, Optional<UUID> subject) {
    static final int MOST_WORDS = 32;

    Wish {
        topics = List.copyOf(topics);
        types = List.copyOf(types);
    }

    /// What the log itself can leave out.
    Filter filter() {
        return new Filter(only(topics), only(types), subject, true);
    }

    boolean accepts(LoggedEvent event) {
        return (topics.isEmpty() || topics.contains(event.topic()))
                && (types.isEmpty() || types.contains(event.type()));
    }

    /// Where REST tells the events after a sequence that are wanted; with some more where it knows no such filter.
    String address(long after) {
        var address = new StringBuilder("/api/v1/events?after=").append(after);
        only(topics).ifPresent(it -> address.append("&topic=").append(encoded(it)));
        only(types).ifPresent(it -> address.append("&type=").append(encoded(it)));
        subject.ifPresent(it -> address.append("&subject=").append(it));
        return address.toString();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static Optional<String> only(List<String> words) {
        return words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty();
    }
}
