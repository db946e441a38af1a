package city.adapter.scenario;

import city.adapter.scenario.ResidentsReader.Named;
import city.adapter.scenario.text.Section;
import city.adapter.scenario.text.Value;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsCommand.Spawn;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.world.kernel.Command;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads for whom somebody else decides when it matters.
final class MindsReader {
    private static final String ALL = "all";

    private MindsReader() {}

    /// @param names of listed residents; empty for everybody
    record Minds(MindSettings settings, Optional<Set<String>> names) {
        /// One command for each of them.
        List<Command<?>> founding(List<Spawn> residents) {
            return residents.stream()
                    .filter(it ->
                            names.isEmpty() || names.get().contains(it.persona().name()))
                    .<Command<?>>map(it -> new SetMind(it.id().orElseThrow(), settings))
                    .toList();
        }
    }

    static Optional<Minds> read(Section root, List<Named> listed) {
        return root.section("minds").map(it -> minds(it, listed));
    }

    private static Minds minds(Section section, List<Named> listed) {
        var kind = section.get("kind").map(it -> it.choice(MindKind.class)).orElse(MindKind.ROUTINE);
        int threshold = section.number("threshold", 0, Occasion.NEVER, Occasion.FREE_TIME.salience());
        int patience = section.number("patience", 1, MindSettings.MAX_PATIENCE, 1);
        var names = names(section, listed.stream().map(Named::name).collect(Collectors.toSet()));
        section.end();
        var settings = kind == MindKind.ROUTINE ? MindSettings.ROUTINE : new MindSettings(kind, threshold, patience);
        return new Minds(settings, names);
    }

    /// `all`, which it is by default, or a list of residents who are listed one by one.
    private static Optional<Set<String>> names(Section section, Set<String> listed) {
        if (!section.isList("residents")) {
            section.find("residents").ifPresent(it -> it.word(List.of(ALL)));
            return Optional.empty();
        }
        var names = new HashSet<String>();
        for (Value value : section.values("residents")) {
            if (listed.contains(value.raw())) {
                names.add(value.raw());
            } else {
                value.refuse("must be a resident who is listed under residents: \"%s\"".formatted(value.raw()));
            }
        }
        return Optional.of(names);
    }
}
