package city.app.look.compare;

import city.app.look.compare.StateDifferences.Difference;
import city.world.kernel.Genesis;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Findings for people, a line each.
public final class FindingsText {
    /// What is longer is cut; the whole is in the JSON.
    private static final int LONG = 300;

    private final Findings found;
    private final List<String> lines = new ArrayList<>();

    private FindingsText(Findings found) {
        this.found = found;
    }

    public static List<String> lines(Findings found) {
        var text = new FindingsText(found);
        text.lines.add("%s; %s".formatted(text.genesis(), text.equality()));
        text.side(found.one());
        text.side(found.other());
        text.journal();
        text.events();
        text.state();
        return List.copyOf(text.lines);
    }

    private String genesis() {
        var one = described(found.one());
        return found.sameGenesis()
                ? "the same genesis (%s)".formatted(one)
                : "not the same genesis (%s; %s)".formatted(one, described(found.other()));
    }

    private static String described(Side side) {
        Genesis genesis = side.origin().genesis();
        return "scenario %s, seed %d, rules version %d"
                .formatted(genesis.name(), genesis.seed(), genesis.rulesVersion());
    }

    private String equality() {
        return found.lastEqualTick().isPresent()
                ? "equal up to tick %d of %d".formatted(found.lastEqualTick().getAsLong(), found.at())
                : "never equal";
    }

    private void side(Side side) {
        lines.add("%s: generation %d, by rules version %d, at tick %d"
                .formatted(
                        side.name(),
                        side.head().generation(),
                        side.head().rulesVersion(),
                        side.head().tick()));
    }

    private void journal() {
        if (found.journal().isEmpty()) {
            lines.add("journal: the same");
            return;
        }
        var parting = found.journal().get();
        lines.add("journal: differs from entry %d on, tick %d"
                .formatted(parting.least(JournalEntry::ordinal), parting.least(JournalEntry::tick)));
        both(
                parting,
                (entry, _) -> "entry %d, tick %d, %s, %s %s"
                        .formatted(
                                entry.ordinal(),
                                entry.tick(),
                                entry.actor(),
                                entry.type(),
                                shortened(entry.payload())));
    }

    private void events() {
        if (found.event().isEmpty()) {
            lines.add("events: the same");
            return;
        }
        var parting = found.event().get();
        lines.add("events: differ from sequence %d on, tick %d"
                .formatted(parting.least(LoggedEvent::sequence), parting.least(LoggedEvent::tick)));
        both(
                parting,
                (event, names) -> "sequence %d, tick %d, %s of %s %s"
                        .formatted(
                                event.sequence(),
                                event.tick(),
                                event.type(),
                                names.of(event.subject())
                                        .map(it -> "%s (%s)".formatted(it, event.subject()))
                                        .orElse(event.subject().toString()),
                                shortened(event.data())));
    }

    private void state() {
        var state = found.state();
        if (state.count() == 0) {
            lines.add("state at tick %d: the same".formatted(found.at()));
            return;
        }
        lines.add("state at tick %d: %d differences, of which the first %d:"
                .formatted(found.at(), state.count(), state.first().size()));
        state.first().forEach(it -> lines.add("  " + described(it)));
    }

    private static String described(Difference it) {
        return "%s %d%s, %s: %s | %s"
                .formatted(
                        it.table(),
                        it.row(),
                        it.name().map(" (%s)"::formatted).orElse(""),
                        it.column(),
                        it.one().map(FindingsText::shortened).orElse("none"),
                        it.other().map(FindingsText::shortened).orElse("none"));
    }

    private <T> void both(Parting<T> parting, BiFunction<T, Names, String> described) {
        line(found.one(), parting.one().map(it -> described.apply(it, found.names())));
        line(found.other(), parting.other().map(it -> described.apply(it, found.otherNames())));
    }

    private void line(Side side, Optional<String> what) {
        lines.add("  %s: %s".formatted(side.name(), what.orElse("nothing more up to tick " + found.at())));
    }

    private static String shortened(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG) + "…";
    }
}
