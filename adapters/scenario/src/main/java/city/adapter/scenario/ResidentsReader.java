package city.adapter.scenario;

import city.adapter.scenario.Directory.Opening;
import city.adapter.scenario.Directory.Spot;
import city.adapter.scenario.text.Section;
import city.adapter.scenario.text.Value;
import city.agents.AgentsCommand.Spawn;
import city.agents.Persona;
import city.economy.JobId;
import city.world.LocationId;
import city.world.LocationKind;
import java.util.List;
import java.util.Optional;

/// Reads the residents that are listed one by one, and takes their beds and places at work.
final class ResidentsReader {
    private final Directory directory;
    private final Vacancies vacancies;

    ResidentsReader(Directory directory, Vacancies vacancies) {
        this.directory = directory;
        this.vacancies = vacancies;
    }

    /// A resident of whom only the name is read.
    record Named(String name, Section section) {}

    /// Names come before the rest of a resident, because firms may be owned by residents.
    static List<Named> enterNames(Section root, Directory directory) {
        return root.sections("residents").stream()
                .map(it -> new Named(directory.name("resident", it), it))
                .toList();
    }

    Spawn read(Named resident) {
        var name = resident.name();
        var section = resident.section();
        var text = section.find("persona")
                .map(it -> it.text(Persona.MAX_TEXT_LENGTH))
                .orElse("");
        var traits = section.section("traits").map(ResidentsReader::traits).orElse(Persona.Traits.LIKE_MOST);
        var goals = goals(section);
        var home = section.find("home").flatMap(this::home);
        var job = job(section);
        var balance = section.money("balance", EconomyReader.MAX_MONEY);
        var life = new LifeReader(directory).read(section);
        section.end();
        var persona = new Persona(name, text, traits, goals);
        return new Spawn(Optional.of(Ids.resident(name)), persona, home, job, balance, Optional.of(life));
    }

    private static Persona.Traits traits(Section section) {
        var traits = new Persona.Traits(
                trait(section, "openness"),
                trait(section, "conscientiousness"),
                trait(section, "extraversion"),
                trait(section, "agreeableness"),
                trait(section, "neuroticism"),
                trait(section, "earliness"));
        section.end();
        return traits;
    }

    private static int trait(Section section, String key) {
        return section.number(key, 0, 100, 50);
    }

    static List<String> goals(Section section) {
        return section.values("goals", Persona.MAX_GOALS).stream()
                .map(it -> it.text(Persona.MAX_GOAL_LENGTH))
                .toList();
    }

    private Optional<LocationId> home(Value reference) {
        var spot = directory.spot(reference);
        spot.ifPresent(it -> moveIn(it, reference));
        return spot.map(Spot::id);
    }

    private void moveIn(Spot home, Value reference) {
        if (home.kind() != LocationKind.HOME) {
            reference.refuse("must be a location of kind home: \"%s\"".formatted(home.name()));
        } else if (!vacancies.takeBed(home)) {
            reference.refuse("must have room: \"%s\" is full with %d".formatted(home.name(), home.capacity()));
        }
    }

    private Optional<JobId> job(Section section) {
        if (section.isMap("job")) {
            return section.section("job").flatMap(this::jobByParts);
        }
        return section.find("job").flatMap(it -> hire(it.raw(), it));
    }

    private Optional<JobId> jobByParts(Section section) {
        var firm = section.text("firm", Directory.MAX_NAME_LENGTH);
        var title = section.get("title");
        section.end();
        return title.flatMap(it -> hire(firm + " / " + it.raw(), it));
    }

    private Optional<JobId> hire(String name, Value reference) {
        var opening = directory.opening(name, reference);
        opening.ifPresent(it -> {
            if (!vacancies.takePlace(it)) {
                reference.refuse("must have a free place: \"%s\" has %d, all taken".formatted(name, it.places()));
            }
        });
        return opening.map(Opening::id);
    }
}
