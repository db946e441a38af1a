package city.agents.domain.night;

import city.agents.AgentsCommand.NightThought;
import city.agents.Intent;
import city.agents.OneLine;
import city.agents.Opinion;
import city.agents.domain.night.NightThoughts.Insight;
import city.agents.domain.prompt.NightHandles;
import city.world.LocationId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes thoughts of an answer in the names of the prompt. For one answer and thread.
final class Reader {
    private static final int SHOWN = 40;
    private static final int MINUTES_PER_HOUR = 60;

    private final NightAnswer answer;
    private final NightHandles handles;
    private final List<String> faults = new ArrayList<>();

    Reader(NightAnswer answer, NightHandles handles) {
        this.answer = answer;
        this.handles = handles;
    }

    NightThoughts read() {
        return new NightThoughts(insights(), opinions(), plan(), faults);
    }

    private List<Insight> insights() {
        var insights = new ArrayList<Insight>();
        for (int i = 0; i < answer.insights().size(); i++) {
            if (i == NightThoughts.MOST_INSIGHTS) {
                faults.add("insights must be at most %d: %d"
                        .formatted(
                                NightThoughts.MOST_INSIGHTS, answer.insights().size()));
                break;
            }
            insight(i).ifPresent(insights::add);
        }
        return insights;
    }

    /// One that cites what the resident does not remember is made up.
    private Optional<Insight> insight(int i) {
        var given = answer.insights().get(i);
        var text = OneLine.of(given.text(), NightThoughts.MAX_INSIGHT);
        if (text.isEmpty()) {
            return fault("insights[%d].text must not be blank".formatted(i));
        }
        if (given.because().isEmpty() || given.because().size() > NightThoughts.MOST_CITED) {
            return fault("insights[%d].because must cite 1 to %d memories: %d"
                    .formatted(i, NightThoughts.MOST_CITED, given.because().size()));
        }
        var because = new TreeSet<Integer>();
        for (var handle : given.because()) {
            var memory = handles.findMemory(handle);
            if (memory.isEmpty()) {
                return fault("insights[%d].because must cite known memories: %s".formatted(i, shown(handle)));
            }
            because.add(memory.get());
        }
        return Optional.of(new Insight(text, List.copyOf(because)));
    }

    private List<Opinion> opinions() {
        var opinions = new ArrayList<Opinion>();
        for (int i = 0; i < answer.opinions().size(); i++) {
            if (i == NightThoughts.MOST_OPINIONS) {
                faults.add("opinions must be at most %d: %d"
                        .formatted(
                                NightThoughts.MOST_OPINIONS, answer.opinions().size()));
                break;
            }
            opinion(i, opinions).ifPresent(opinions::add);
        }
        return opinions;
    }

    private Optional<Opinion> opinion(int i, List<Opinion> before) {
        var given = answer.opinions().get(i);
        var words = OneLine.of(given.words(), Opinion.MAX_WORDS);
        var subject = handles.findSubject(given.about());
        if (subject.isEmpty()) {
            return fault(
                    "opinions[%d].about must be a known person, place or good: %s".formatted(i, shown(given.about())));
        }
        if (before.stream().anyMatch(it -> it.subject().equals(subject.get()))) {
            return fault("opinions[%d].about must not be given twice: %s".formatted(i, shown(given.about())));
        }
        if (words.isEmpty()) {
            return fault("opinions[%d].words must not be blank".formatted(i));
        }
        if (Math.abs((long) given.stance()) > Opinion.STRONGEST) {
            return fault("opinions[%d].stance must be %d to %d: %d"
                    .formatted(i, -Opinion.STRONGEST, Opinion.STRONGEST, given.stance()));
        }
        return Optional.of(new Opinion(subject.get(), given.stance(), words));
    }

    /// Half a day's plan is another plan: with one step that makes no sense none is followed.
    private List<Intent> plan() {
        if (answer.plan().size() > NightThought.MOST_STEPS) {
            faults.add("plan must have at most %d steps: %d"
                    .formatted(NightThought.MOST_STEPS, answer.plan().size()));
            return List.of();
        }
        var intents = new ArrayList<Intent>();
        for (int i = 0; i < answer.plan().size(); i++) {
            var intent = intent(i);
            if (intent.isEmpty()) {
                return List.of();
            }
            intents.add(intent.get());
        }
        return intents;
    }

    private Optional<Intent> intent(int i) {
        var given = answer.plan().get(i);
        var kind = Arrays.stream(Intent.Kind.values())
                .filter(it -> it.word().equals(given.what()))
                .findFirst();
        if (kind.isEmpty()) {
            return fault("plan[%d].what must be one of %s: %s".formatted(i, words(), shown(given.what())));
        }
        Optional<LocationId> place =
                given.where().isEmpty() ? Optional.empty() : handles.named().findPlace(given.where());
        if (place.isEmpty() && !given.where().isEmpty()) {
            return fault("plan[%d].where must be a known place: %s".formatted(i, shown(given.where())));
        }
        if (!given.from().matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
            return fault("plan[%d].from must be a time such as 08:30: %s".formatted(i, shown(given.from())));
        }
        if (given.minutes() < Intent.SHORTEST || given.minutes() > Intent.LONGEST) {
            return fault("plan[%d].minutes must be %d to %d: %d"
                    .formatted(i, Intent.SHORTEST, Intent.LONGEST, given.minutes()));
        }
        return Optional.of(new Intent(kind.get(), minute(given.from()), given.minutes(), place));
    }

    private static int minute(String clock) {
        int colon = clock.indexOf(':');
        return MINUTES_PER_HOUR * Integer.parseInt(clock.substring(0, colon))
                + Integer.parseInt(clock.substring(colon + 1));
    }

    private <T> Optional<T> fault(String words) {
        faults.add(words);
        return Optional.empty();
    }

    private static String words() {
        return Arrays.stream(Intent.Kind.values()).map(Intent.Kind::word).collect(Collectors.joining(", "));
    }

    private static String shown(String text) {
        return '"' + OneLine.of(text, SHOWN) + '"';
    }
}
