package city.adapter.scenario.text;

import city.economy.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One map of a file. Each key that is asked for is known; {@link #end} refuses the others.
///
/// A reader that asks a {@link Probe} in place of a file tells what files it reads: what it asks is the schema. So it
/// must come to its end whatever the answers are.
public class Section {
    static final int MAX_ITEMS = 200_000;

    private final Place place;
    private final Faults faults;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Section(Place place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    private record Entry(Place place, Node node) {}

    static Section of(MappingNode node, Place place, Faults faults) {
        var section = new Section(place, faults);
        for (var tuple : node.getValue()) {
            section.enter(tuple.getKeyNode(), tuple.getValueNode());
        }
        return section;
    }

    private void enter(Node keyNode, Node value) {
        if (!(keyNode instanceof ScalarNode scalar)) {
            faults.add(new Place(place.path(), lineOf(keyNode)), "keys must be texts");
            return;
        }
        var at = place.key(scalar.getValue(), lineOf(keyNode));
        if (entries.putIfAbsent(scalar.getValue(), new Entry(at, value)) != null) {
            faults.add(at, "must be given once");
        }
    }

    public Place place() {
        return place;
    }

    /// Where a key stands, or would stand.
    public Place place(String key) {
        var entry = entries.get(key);
        return entry == null ? place.key(key, place.line()) : entry.place();
    }

    public Faults faults() {
        return faults;
    }

    /// Whether a key is there and not null.
    public boolean has(String key) {
        known.add(key);
        var entry = entries.get(key);
        return entry != null && !Tag.NULL.equals(entry.node().getTag());
    }

    /// Refuses the keys that nobody asked for.
    public void end() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                faults.add(entry.place(), "is not a known key.%s".formatted(advice(key)));
            }
        });
    }

    private String advice(String key) {
        var maybe = Maybe.meant(key, known);
        return maybe.isEmpty() ? " Maybe one of: %s.".formatted(String.join(", ", known)) : maybe;
    }

    public boolean isList(String key) {
        return has(key) && node(key) instanceof SequenceNode;
    }

    public boolean isMap(String key) {
        return has(key) && node(key) instanceof MappingNode;
    }

    public Optional<Value> find(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (node(key) instanceof ScalarNode scalar) {
            return Optional.of(Value.of(scalar, place(key), faults));
        }
        faults.add(place(key), "must be a single value");
        return Optional.empty();
    }

    /// Empty, and a fault, when the key is missing.
    public Optional<Value> get(String key) {
        if (!has(key)) {
            faults.add(place(key), "is missing");
        }
        return find(key);
    }

    public String text(String key, int maxLength) {
        return get(key).map(it -> it.text(maxLength)).orElse("?");
    }

    public int number(String key, int min, int max) {
        return get(key).map(it -> (int) it.number(min, max)).orElse(min);
    }

    public int number(String key, int min, int max, int otherwise) {
        return find(key).map(it -> (int) it.number(min, max)).orElse(otherwise);
    }

    public Money money(String key, Money max) {
        return get(key).map(it -> it.money(max)).orElse(Money.ZERO);
    }

    public Optional<Section> section(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (node(key) instanceof MappingNode mapping) {
            return Optional.of(of(mapping, place(key), faults));
        }
        faults.add(place(key), "must be a map of keys to values");
        return Optional.empty();
    }

    /// Empty, and a fault, when the key is missing.
    public Optional<Section> getSection(String key) {
        if (!has(key)) {
            faults.add(place(key), "is missing");
        }
        return section(key);
    }

    /// A list of at least one map.
    public List<Section> someSections(String key) {
        var sections = sections(key);
        if (sections.isEmpty()) {
            faults.add(place(key), "must have at least one item");
        }
        return sections;
    }

    /// A list of at most so many maps; none when the key is missing.
    public List<Section> sections(String key, int max) {
        var sections = sections(key);
        if (sections.size() > max) {
            faults.add(place(key), "must have at most %d items: %d".formatted(max, sections.size()));
            return sections.subList(0, max);
        }
        return sections;
    }

    /// A list of maps; none when the key is missing.
    public List<Section> sections(String key) {
        var sections = new ArrayList<Section>();
        for (var item : items(key)) {
            if (item.node() instanceof MappingNode mapping) {
                sections.add(of(mapping, item.place(), faults));
            } else {
                faults.add(item.place(), "must be a map of keys to values");
            }
        }
        return sections;
    }

    /// A list of at least one single value.
    public List<Value> someValues(String key) {
        var values = values(key);
        if (values.isEmpty()) {
            faults.add(place(key), "must have at least one item");
        }
        return values;
    }

    /// A list of at most so many single values; none when the key is missing.
    public List<Value> values(String key, int max) {
        var values = values(key);
        if (values.size() > max) {
            faults.add(place(key), "must have at most %d items: %d".formatted(max, values.size()));
            return values.subList(0, max);
        }
        return values;
    }

    /// A list of single values; none when the key is missing.
    public List<Value> values(String key) {
        var values = new ArrayList<Value>();
        for (var item : items(key)) {
            if (item.node() instanceof ScalarNode scalar) {
                values.add(Value.of(scalar, item.place(), faults));
            } else {
                faults.add(item.place(), "must be a single value");
            }
        }
        return values;
    }

    private List<Entry> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(node(key) instanceof SequenceNode sequence)) {
            faults.add(place(key), "must be a list");
            return List.of();
        }
        if (sequence.getValue().size() > MAX_ITEMS) {
            faults.add(
                    place(key),
                    "must have at most %d items: %d"
                            .formatted(MAX_ITEMS, sequence.getValue().size()));
            return List.of();
        }
        var items = new ArrayList<Entry>();
        for (var node : sequence.getValue()) {
            items.add(new Entry(place(key).item(items.size(), lineOf(node)), node));
        }
        return items;
    }

    /// Of a key that is there.
    private Node node(String key) {
        var entry = entries.get(key);
        if (entry == null) {
            throw new IllegalStateException("key must be there: " + key);
        }
        return entry.node();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
