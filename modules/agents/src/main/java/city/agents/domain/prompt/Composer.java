package city.agents.domain.prompt;

import city.agents.AgentsReads.Conversation;
import city.agents.AgentsReads.KnownParty;
import city.agents.AgentsReads.Observation;
import city.agents.AgentsReads.Person;
import city.agents.AgentsReads.PlannedStep;
import city.agents.Life.Occupation;
import city.agents.PartyId;
import city.agents.domain.prompt.Sheet.Section;
import city.agents.domain.talk.Topic;
import city.economy.EconomyReads.JobState;
import city.economy.JobId;
import city.social.InteractionId;
import city.social.Social;
import city.world.LocationId;
import city.world.ResidentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes a scene onto a sheet, what matters most first. For one thread, once.
final class Composer {
    // How many tokens one field may have; what is longer is cut.
    private static final int NAME = 12;
    private static final int PHRASE = 24;
    private static final int OCCASION = 48;
    private static final int SPEECH = 125;
    private static final int CHARACTER = 125;
    private static final int MEMORY = 48;

    /// Of all memories together: a long life shall not push the present out.
    private static final int ALL_MEMORIES = 200;

    private static final int MOST_PEOPLE = 12;
    private static final int MOST_GOODS = 16;
    private static final int MOST_PLACES = 12;
    private static final int MOST_STEPS = 6;
    private static final int MOST_OPINIONS = 6;
    private static final int MOST_MEMORIES = 16;
    private static final int MOST_WISHES = 3;
    private static final int MOST_OPENINGS = 6;

    private final Scene scene;
    private final Observation seen;
    private final Sheet sheet;
    private final List<ResidentId> people = new ArrayList<>();
    private final List<LocationId> places = new ArrayList<>();
    private final List<JobId> jobs = new ArrayList<>();
    private final List<PartyId> parties = new ArrayList<>();
    private final Map<String, String> goods = new LinkedHashMap<>();
    private int memories;

    Composer(Scene scene, int maxTokens) {
        this.scene = scene;
        this.seen = scene.observation();
        this.sheet = new Sheet(maxTokens);
    }

    void compose() {
        sheet.add(Section.WHY, Quoted.of(scene.occasion(), OCCASION));
        self();
        now();
        seen.talk().ifPresent(this::talk);
        seen.people().stream().limit(MOST_PEOPLE).forEach(this::person);
        pursuit();
        offers();
        carried();
        scene.places().stream().limit(MOST_PLACES).forEach(this::place);
        seen.parties().stream().limit(Scene.MOST_PARTIES).forEach(this::party);
        stepsAhead().forEach(this::step);
        opinions();
        remember();
        character();
        openings();
    }

    String input() {
        return sheet.text();
    }

    Handles handles() {
        Optional<InteractionId> talk = seen.talk().map(Conversation::id);
        return new Handles(people, places, jobs, parties, goods, talk);
    }

    /// How many it was told, the first before the others.
    int memories() {
        return memories;
    }

    private void self() {
        var life = scene.life();
        sheet.add(
                Section.YOU,
                "name " + Quoted.of(scene.persona().name(), NAME) + ", age " + life.age() + ", "
                        + occupation(life.occupation()));
    }

    private String occupation(Occupation occupation) {
        var title = scene.purse().job().map(JobState::title);
        return occupation.name().toLowerCase(Locale.ROOT)
                + title.map(it -> " as " + Quoted.of(it, PHRASE)).orElse("");
    }

    private void now() {
        sheet.add(
                Section.NOW,
                CityTimes.moment(seen.time()) + ", " + Quoted.of(seen.timeOfDay(), NAME) + ", weather "
                        + Quoted.of(seen.weather(), NAME));
        sheet.add(Section.NOW, seen.location().isPresent() ? whereabouts() : "on the way");
        var needs = seen.needs();
        sheet.add(
                Section.NOW,
                "food " + percent(needs.food()) + ", energy " + percent(needs.energy()) + ", company "
                        + percent(needs.company()) + " of 100; 0 is starving, exhausted, lonely");
        var ill = scene.life().illUntil().map(it -> ", ill until " + CityTimes.moment(it));
        sheet.add(Section.NOW, "money " + Quoted.of(seen.balance(), NAME) + ill.orElse(""));
    }

    private String whereabouts() {
        return "at " + Quoted.of(seen.place(), PHRASE) + ", " + Quoted.of(seen.kind(), NAME) + ", "
                + (seen.open() ? "open" : "closed") + ", " + seen.crowd() + " people in all";
    }

    private static int percent(int perMille) {
        return perMille / 10;
    }

    /// Of the others in it at most five, so that it always fits.
    private void talk(Conversation talk) {
        var others = talk.members().stream()
                .filter(it -> !it.id().equals(scene.life().id()))
                .limit(Social.MOST_IN_A_TALK - 1)
                .toList();
        for (var other : others) {
            people.add(other.id());
            sheet.add(Section.TALK, named(other) + relation(other));
        }
        if (talk.invited()) {
            sheet.add(Section.TALK, "you are asked to talk, and have not answered");
        } else {
            sheet.add(Section.TALK, talk.onTurn() ? "it is your turn to speak" : "it is not your turn to speak");
        }
        if (!talk.words().isEmpty()) {
            var speaker =
                    talk.speaker().map(it -> Quoted.of(it, NAME) + " said ").orElse("you would be told ");
            var noun = Topic.nounOf(talk.topic()).orElse(talk.topic());
            var topic = noun.isEmpty() ? "" : ", about " + Quoted.of(noun, PHRASE);
            sheet.add(Section.TALK, speaker + Quoted.of(talk.words(), SPEECH) + topic);
        }
    }

    private void person(Person person) {
        if (people.contains(person.id()) || people.size() >= MOST_PEOPLE) {
            return;
        }
        people.add(person.id());
        if (!sheet.add(
                Section.PEOPLE, named(person) + ", " + Quoted.of(person.activity(), PHRASE) + relation(person))) {
            people.removeLast();
        }
    }

    /// Of the person that was added last.
    private String named(Person person) {
        return Handles.PERSON + Integer.toString(people.size()) + " " + Quoted.of(person.name(), NAME);
    }

    private String relation(Person person) {
        if (scene.life().partner().filter(person.id()::equals).isPresent()) {
            return ", your partner";
        }
        return scene.life().parents().contains(person.id()) ? ", your parent" : "";
    }

    private void pursuit() {
        var pursuit = scene.life().pursuit();
        var since = Duration.between(pursuit.since(), seen.time());
        sheet.add(
                Section.YOU,
                "you pursue " + Quoted.of(pursuit.what(), PHRASE) + ": " + pursuit.progress() + " of "
                        + pursuit.target() + " in " + CityTimes.span(since.isNegative() ? Duration.ZERO : since));
    }

    private void offers() {
        seen.offers().stream().limit(MOST_GOODS).forEach(it -> {
            var rest = " for " + Quoted.of(it.price(), NAME) + ", " + it.stock() + " in stock";
            good("on sale here ", it.good(), rest);
        });
    }

    private void carried() {
        scene.purse().carried().stream()
                .limit(MOST_GOODS)
                .forEach(it -> good("you carry " + it.units() + " ", it.good(), ""));
    }

    /// Two goods that look alike could not be told apart, so the second is not shown.
    private void good(String before, String good, String after) {
        var shown = Quoted.inside(good, PHRASE);
        if (goods.getOrDefault(shown, good).equals(good)
                && sheet.add(Section.GOODS, before + Quoted.of(good, PHRASE) + after)) {
            goods.put(shown, good);
        }
    }

    private void place(Scene.Place place) {
        var note = place.note().isEmpty() ? "" : ", " + Quoted.of(place.note(), NAME);
        var line = Handles.PLACE + Integer.toString(places.size() + 1) + " " + Quoted.of(place.name(), PHRASE) + ", "
                + Quoted.of(place.kind(), NAME) + (place.open() ? ", open" : ", closed") + note;
        if (!places.contains(place.id()) && sheet.add(Section.PLACES, line)) {
            places.add(place.id());
        }
    }

    private void party(KnownParty party) {
        int place = places.indexOf(party.location());
        var where = place >= 0 ? Handles.PLACE + Integer.toString(place + 1) : Quoted.of(party.place(), PHRASE);
        var line = Handles.PARTY + Integer.toString(parties.size() + 1) + " " + Quoted.of(party.name(), PHRASE)
                + ", given by " + Quoted.of(party.host(), NAME) + " at " + where + ", "
                + CityTimes.moment(party.begins()) + " to " + CityTimes.clock(party.ends());
        if (sheet.add(Section.PARTIES, line)) {
            parties.add(party.id());
        }
    }

    /// The step that began last and those to come.
    private List<PlannedStep> stepsAhead() {
        int begun = 0;
        for (int i = 0; i < scene.plan().size(); i++) {
            begun = scene.plan().get(i).at().isAfter(seen.time()) ? begun : i;
        }
        return scene.plan().stream().skip(begun).limit(MOST_STEPS).toList();
    }

    private void step(PlannedStep step) {
        var where =
                step.where().map(places::indexOf).filter(it -> it >= 0).map(it -> " at " + Handles.PLACE + (it + 1));
        sheet.add(Section.PLAN, CityTimes.moment(step.at()) + " " + Quoted.of(step.what(), PHRASE) + where.orElse(""));
    }

    /// Only of whom and what is named above.
    private void opinions() {
        if (scene.opinions().isEmpty()) {
            return;
        }
        var views = new Views(new Handles(people, places, jobs, List.of(), goods, Optional.empty()), seen.location());
        scene.opinions().stream()
                .flatMap(it -> views.line(it).stream())
                .limit(MOST_OPINIONS)
                .forEach(it -> sheet.add(Section.OPINIONS, it));
    }

    private void remember() {
        int quartersLeft = ALL_MEMORIES * Tokens.QUARTERS;
        for (var memory : scene.memories().stream().limit(MOST_MEMORIES).toList()) {
            var line = CityTimes.ago(memory.age()) + ": " + Quoted.of(memory.text(), MEMORY);
            quartersLeft -= Tokens.quarters(line);
            if (quartersLeft < 0 || !sheet.add(Section.MEMORIES, line)) {
                return;
            }
            memories++;
        }
    }

    private void character() {
        var persona = scene.persona();
        if (!persona.text().isEmpty()) {
            sheet.add(Section.YOU, "about you: " + Quoted.of(persona.text(), CHARACTER));
        }
        persona.goals().stream()
                .limit(MOST_WISHES)
                .forEach(it -> sheet.add(Section.YOU, "you wish: " + Quoted.of(it, PHRASE)));
        leaning("by nature ", Leanings.words(persona.traits()));
        leaning("you hold dear ", Leanings.words(scene.life().values()));
    }

    private void leaning(String before, String words) {
        if (!words.isEmpty()) {
            sheet.add(Section.YOU, before + words);
        }
    }

    private void openings() {
        for (var opening : scene.openings().stream().limit(MOST_OPENINGS).toList()) {
            var line = Handles.JOB + Integer.toString(jobs.size() + 1) + " " + Quoted.of(opening.title(), PHRASE)
                    + " at " + Quoted.of(opening.firm(), PHRASE) + " for " + opening.hourlyWage() + " an hour";
            if (!jobs.contains(opening.id()) && sheet.add(Section.JOBS, line)) {
                jobs.add(opening.id());
            }
        }
    }
}
