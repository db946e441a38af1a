package city.adapter.codec.shape;

import city.world.kernel.EventType;
import city.world.kernel.WireName;
import java.util.Locale;
import java.util.Optional;

/// How names of Java become names on the wire.
public final class WireNames {
    private WireNames() {}

    /// The name that the type's author gave it.
    public static Optional<String> find(Class<?> type) {
        var wire = type.getAnnotation(WireName.class);
        var event = type.getAnnotation(EventType.class);
        if (wire != null && event != null) {
            throw new IllegalArgumentException(type.getName() + " has both @WireName and @EventType");
        }
        if (wire != null) {
            return Optional.of(wire.value());
        }
        return event != null ? Optional.of(event.value()) : Optional.empty();
    }

    /// The name by which a member of an interface is told from the others: its own, else its simple name in
    /// snake case.
    public static String tag(Class<?> member) {
        return find(member).orElseGet(() -> snakeCase(member.getSimpleName()));
    }

    /// `residentId` → `resident_id`, `HTTPPort` → `http_port`, `top10Residents` → `top10_residents`.
    public static String snakeCase(String camelCase) {
        return camelCase
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
