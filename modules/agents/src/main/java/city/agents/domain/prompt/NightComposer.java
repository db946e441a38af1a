package city.agents.domain.prompt;

import city.agents.domain.prompt.NightScene.Known;
import city.agents.domain.prompt.NightScene.Price;
import city.agents.domain.prompt.Sheet.Section;
import city.world.LocationId;
import city.world.ResidentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes a night's scene onto a sheet, what matters most first. For one thread, once.
final class NightComposer {
    // How many tokens one field may have; what is longer is cut.
    private static final int NAME = 12;
    private static final int PHRASE = 24;
    private static final int CHARACTER = 125;
    private static final int MEMORY = 60;

    private static final int MOST_PEOPLE = 12;
    private static final int MOST_PLACES = 12;
    private static final int MOST_GOODS = 16;
    private static final int MOST_WISHES = 3;
    private static final int MOST_OPINIONS = 12;

    private final NightScene scene;
    private final int maxTokens;
    private final Sheet sheet;
    private final List<ResidentId> people = new ArrayList<>();
    private final List<LocationId> places = new ArrayList<>();
    private final Map<String, String> goods = new LinkedHashMap<>();
    private int memories;

    NightComposer(NightScene scene, int maxTokens) {
        this.scene = scene;
        this.maxTokens = maxTokens;
        this.sheet = new Sheet(maxTokens);
    }

    void compose() {
        sheet.add(Section.WHY, Quoted.of("You fell asleep", NAME));
        self();
        tomorrow();
        memories();
        scene.people().stream().limit(MOST_PEOPLE).forEach(this::person);
        scene.places().stream().limit(MOST_PLACES).forEach(this::place);
        scene.goods().stream().limit(MOST_GOODS).forEach(this::good);
        opinions();
        character();
    }

    String input() {
        return sheet.text();
    }

    NightHandles handles() {
        return new NightHandles(new Handles(people, places, List.of(), List.of(), goods, Optional.empty()), memories);
    }

    private void self() {
        var life = scene.life();
        sheet.add(
                Section.YOU,
                "name " + Quoted.of(scene.persona().name(), NAME) + ", age " + life.age() + ", "
                        + life.occupation().name().toLowerCase(Locale.ROOT) + ", money " + scene.balance());
        sheet.add(Section.YOU, "you pursue " + Quoted.of(life.pursuit().what(), PHRASE));
        scene.persona().goals().stream()
                .limit(MOST_WISHES)
                .forEach(it -> sheet.add(Section.YOU, "you wish: " + Quoted.of(it, PHRASE)));
    }

    private void tomorrow() {
        sheet.add(Section.NOW, CityTimes.moment(scene.now()));
        sheet.add(Section.TOMORROW, "you get up about " + CityTimes.moment(scene.wakes()));
        scene.job()
                .map(it -> "you work as " + Quoted.of(it.title(), PHRASE) + " at " + Quoted.of(it.firm(), PHRASE) + ", "
                        + (it.hours().isEmpty() ? "and have the day off" : it.hours()))
                .ifPresent(it -> sheet.add(Section.TOMORROW, it));
    }

    private void memories() {
        int quartersLeft = maxTokens * Tokens.QUARTERS / 3 * 2;
        for (var memory :
                scene.memories().stream().limit(NightPrompt.MOST_MEMORIES).toList()) {
            var line = NightHandles.MEMORY + Integer.toString(memories + 1) + " " + CityTimes.ago(memory.age()) + ": "
                    + Quoted.of(memory.text(), MEMORY);
            quartersLeft -= Tokens.quarters(line);
            if (quartersLeft < 0 || !sheet.add(Section.MEMORIES, line)) {
                return;
            }
            memories++;
        }
    }

    private void person(Known person) {
        var line = Handles.PERSON + Integer.toString(people.size() + 1) + " " + Quoted.of(person.name(), NAME) + ", "
                + Quoted.of(person.tie(), NAME);
        if (!people.contains(person.id()) && sheet.add(Section.PEOPLE, line)) {
            people.add(person.id());
        }
    }

    private void place(Scene.Place place) {
        var note = place.note().isEmpty() ? "" : ", " + Quoted.of(place.note(), NAME);
        var line = Handles.PLACE + Integer.toString(places.size() + 1) + " " + Quoted.of(place.name(), PHRASE) + ", "
                + Quoted.of(place.kind(), NAME) + note;
        if (!places.contains(place.id()) && sheet.add(Section.PLACES, line)) {
            places.add(place.id());
        }
    }

    /// Two goods that look alike could not be told apart, so the second is not shown.
    private void good(Price price) {
        var shown = Quoted.inside(price.good(), PHRASE);
        var line = Quoted.of(price.good(), PHRASE) + " for " + price.price();
        if (!goods.containsKey(shown) && sheet.add(Section.GOODS, line)) {
            goods.put(shown, price.good());
        }
    }

    /// Of whom and what is named above.
    private void opinions() {
        var views = new Views(handles().named(), Optional.empty());
        scene.opinions().stream()
                .flatMap(it -> views.line(it).stream())
                .limit(MOST_OPINIONS)
                .forEach(it -> sheet.add(Section.OPINIONS, it));
    }

    private void character() {
        var persona = scene.persona();
        if (!persona.text().isEmpty()) {
            sheet.add(Section.YOU, "about you: " + Quoted.of(persona.text(), CHARACTER));
        }
        leaning("by nature ", Leanings.words(persona.traits()));
        leaning("you hold dear ", Leanings.words(scene.life().values()));
    }

    private void leaning(String before, String words) {
        if (!words.isEmpty()) {
            sheet.add(Section.YOU, before + words);
        }
    }
}
