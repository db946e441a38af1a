package city.app.look.compare;

import static java.util.stream.Collectors.joining;

import city.app.look.compare.StateDifferences.Difference;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.JournalEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Findings for programs: one JSON object. What is not there is `null`.
public final class FindingsJson {
    private static final String NOTHING = "null";

    private FindingsJson() {}

    public static String of(Findings found) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("equal", String.valueOf(found.areEqual()));
        fields.put("same_genesis", String.valueOf(found.sameGenesis()));
        fields.put(
                "last_equal_tick",
                found.lastEqualTick().isPresent()
                        ? String.valueOf(found.lastEqualTick().getAsLong())
                        : NOTHING);
        fields.put("compared_to_tick", String.valueOf(found.at()));
        fields.put("one", side(found.one()));
        fields.put("other", side(found.other()));
        fields.put("journal", parting(found, found.journal(), FindingsJson::entry));
        fields.put("event", parting(found, found.event(), FindingsJson::event));
        fields.put("state", state(found.state()));
        return object(fields);
    }

    private static String side(Side side) {
        var genesis = side.origin().genesis();
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", Values.text(side.name()));
        fields.put("scenario", Values.text(genesis.name()));
        fields.put("seed", Values.text(String.valueOf(genesis.seed())));
        fields.put("founded_by_rules_version", String.valueOf(genesis.rulesVersion()));
        fields.put("rules_version", String.valueOf(side.head().rulesVersion()));
        fields.put("generation", String.valueOf(side.head().generation()));
        fields.put("tick", String.valueOf(side.head().tick()));
        return object(fields);
    }

    private static <T> String parting(
            Findings found, Optional<Parting<T>> parting, BiFunction<T, Names, String> written) {
        return parting.map(it -> {
                    var fields = new LinkedHashMap<String, String>();
                    fields.put("one", written(it.one(), found.names(), written));
                    fields.put("other", written(it.other(), found.otherNames(), written));
                    return object(fields);
                })
                .orElse(NOTHING);
    }

    private static <T> String written(Optional<T> item, Names names, BiFunction<T, Names, String> written) {
        return item.map(it -> written.apply(it, names)).orElse(NOTHING);
    }

    private static String entry(JournalEntry entry, Names names) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ordinal", String.valueOf(entry.ordinal()));
        fields.put("tick", String.valueOf(entry.tick()));
        fields.put("actor", Values.text(entry.actor()));
        fields.put("command", Values.text(entry.type()));
        fields.put("payload", entry.payload());
        return object(fields);
    }

    private static String event(LoggedEvent event, Names names) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("sequence", String.valueOf(event.sequence()));
        fields.put("tick", String.valueOf(event.tick()));
        fields.put("type", Values.text(event.type()));
        fields.put("subject", Values.text(event.subject().toString()));
        fields.put("name", names.of(event.subject()).map(Values::text).orElse(NOTHING));
        fields.put("data", event.data());
        return object(fields);
    }

    private static String state(StateDifferences state) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("differences", String.valueOf(state.count()));
        fields.put("first", state.first().stream().map(FindingsJson::difference).collect(joining(",", "[", "]")));
        return object(fields);
    }

    private static String difference(Difference it) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("table", Values.text(it.table()));
        fields.put("row", String.valueOf(it.row()));
        fields.put("name", it.name().map(Values::text).orElse(NOTHING));
        fields.put("column", Values.text(it.column()));
        fields.put("one", it.one().orElse(NOTHING));
        fields.put("other", it.other().orElse(NOTHING));
        return object(fields);
    }

    /// @param fields JSON by name, in order
    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> Values.text(it.getKey()) + ":" + it.getValue())
                .collect(joining(",", "{", "}"));
    }
}
