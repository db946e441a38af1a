package city.agents.domain.talk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a sentence can be made of: tags that hold and slots that are filled. Gathered once for one sentence, and
/// mutable while it is.
final class Facts {
    private final Set<String> tags = new HashSet<>();
    private final Map<String, String> slots = new HashMap<>();

    Facts tag(String tag, boolean holds) {
        if (holds) {
            tags.add(tag);
        }
        return this;
    }

    Facts slot(String name, String value) {
        if (!value.isEmpty()) {
            slots.put(name, value);
        }
        return this;
    }

    boolean holds(String tag) {
        return tags.contains(tag);
    }

    Optional<String> find(String slot) {
        return Optional.ofNullable(slots.get(slot));
    }
}
