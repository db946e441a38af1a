package city.adapter.codec;

import city.adapter.codec.shape.WireNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds all records of the listed families with their names. One record may belong to several families.
final class Roots {
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    Roots(Collection<Class<?>> families) {
        families.forEach(this::add);
    }

    /// In the order of listing.
    Map<Class<?>, String> names() {
        return names;
    }

    private void add(Class<?> type) {
        if (type.isRecord()) {
            addRecord(type);
        } else if (type.isInterface() && type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                add(permitted);
            }
        } else {
            throw new IllegalArgumentException(type.getName() + " is neither a record nor a sealed interface");
        }
    }

    private void addRecord(Class<?> type) {
        String name = WireNames.find(type)
                .orElseThrow(
                        () -> new IllegalArgumentException(type.getName() + " has neither @WireName nor @EventType"));
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type) {
            throw new IllegalArgumentException(name + " names both " + owner.getName() + " and " + type.getName());
        }
        names.put(type, name);
    }
}
