package city.adapter.scenario;

import city.adapter.scenario.text.Faults;
import city.adapter.scenario.text.Section;
import city.adapter.scenario.text.YamlText;
import city.agents.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Words from which residents are generated.
///
/// @param given  first names
/// @param family last names
/// @param goals  of which each resident gets one
/// @param habits a sentence for each end of each trait, in the order of {@link #TRAITS}
record People(List<String> given, List<String> family, List<String> goals, List<Habit> habits) {
    static final List<String> TRAITS =
            List.of("openness", "conscientiousness", "extraversion", "agreeableness", "neuroticism", "earliness");

    private static final String BUILT_IN = "people.yml";

    People {
        given = List.copyOf(given);
        family = List.copyOf(family);
        goals = List.copyOf(goals);
        habits = List.copyOf(habits);
    }

    /// What shows of a trait that is far from most people's.
    record Habit(String low, String high) {}

    static People builtIn() {
        var faults = new Faults(BUILT_IN);
        var people = YamlText.read(ScenarioReader.resource(BUILT_IN), faults).map(People::read);
        return people.filter(_ -> faults.areNone())
                .orElseThrow(() -> new IllegalStateException(String.join("; ", faults.told())));
    }

    private static People read(Section root) {
        var habits = root.section("habits").map(People::habits).orElse(List.of());
        var people = new People(names(root, "given"), names(root, "family"), texts(root), habits);
        root.end();
        return people;
    }

    private static List<String> texts(Section root) {
        return root.values("goals").stream()
                .map(it -> it.text(Persona.MAX_GOAL_LENGTH))
                .toList();
    }

    private static List<Habit> habits(Section section) {
        var habits = new ArrayList<Habit>();
        for (var trait : TRAITS) {
            var ends = section.section(trait);
            habits.add(new Habit(
                    ends.map(it -> it.text("low", 200)).orElse(""),
                    ends.map(it -> it.text("high", 200)).orElse("")));
        }
        return habits;
    }

    /// The same people with a scenario's own names; each list must have at least one.
    People named(Section names) {
        var named = new People(names(names, "given"), names(names, "family"), goals, habits);
        names.end();
        return named;
    }

    People wanting(List<String> goals) {
        return goals.isEmpty() ? this : new People(given, family, goals, habits);
    }

    private static List<String> names(Section section, String key) {
        var names = section.someValues(key).stream().map(it -> it.text(40)).toList();
        return names.isEmpty() ? List.of("?") : names;
    }

    /// The two habits that tell most about somebody.
    String text(Persona.Traits traits) {
        var values = List.of(
                traits.openness(),
                traits.conscientiousness(),
                traits.extraversion(),
                traits.agreeableness(),
                traits.neuroticism(),
                traits.earliness());
        int first = mostTelling(values, Optional.empty());
        int second = mostTelling(values, Optional.of(first));
        return habit(first, values) + " " + habit(second, values);
    }

    private String habit(int trait, List<Integer> values) {
        return values.get(trait) < 50
                ? habits.get(trait).low()
                : habits.get(trait).high();
    }

    private static int mostTelling(List<Integer> values, Optional<Integer> without) {
        int best = -1;
        for (int i = 0; i < values.size(); i++) {
            boolean free = without.isEmpty() || !without.get().equals(i);
            if (free && (best < 0 || Math.abs(values.get(i) - 50) > Math.abs(values.get(best) - 50))) {
                best = i;
            }
        }
        return best;
    }
}
