package city.agents.domain.talk;

import java.util.List;
import java.util.Locale;

/// What residents tell each other about each other. Kept by ordinal: append only.
public enum NewsKind {
    ARRIVED,
    DEPARTED,
    HIRED,
    QUIT,
    UNPAID,
    PAID,
    GAVE,
    GOT,
    SHUT;

    private static final List<NewsKind> ALL = List.of(values());

    static NewsKind of(int code) {
        return ALL.get(code);
    }

    public int code() {
        return ordinal();
    }

    /// Whether it is about a location and not about a resident.
    boolean isOfAPlace() {
        return this == SHUT;
    }

    String tag() {
        return "n-" + name().toLowerCase(Locale.ROOT);
    }
}
