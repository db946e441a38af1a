package city.adapter.scenario;

import city.adapter.scenario.Scenario.Plan;
import city.adapter.scenario.text.Faults;
import city.adapter.scenario.text.Place;
import city.adapter.scenario.text.SchemaText;
import city.adapter.scenario.text.Section;
import city.adapter.scenario.text.Value;
import city.adapter.scenario.text.YamlText;
import city.adapter.scenario.town.Town;
import city.world.Climate;
import city.world.WorldCommand.FoundWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Reads scenario files, YAML or JSON, and the scenarios that are built in.
public final class ScenarioReader {
    public static final String DEFAULT = "default";
    public static final String VILLAGE = "village";
    public static final String TOWN = "town";
    public static final String MERYTON = "meryton";
    public static final String METROPOLIS = "metropolis";
    public static final String MEGACITY = "megacity";
    public static final List<String> BUILT_IN = List.of(DEFAULT, VILLAGE, MERYTON, TOWN, METROPOLIS, MEGACITY);

    private static final String TOWN_QUARTER = "town-quarter.yml";

    /// In bytes.
    public static final int MAX_SIZE = 10_000_000;

    private static final int MINUTES_PER_DAY = 1440;
    private static final String EPOCH = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?$";
    private static final int DEFAULT_STEP_MINUTES = 5;

    /// @param nameOrFile the name of a built-in scenario, else a file
    /// @throws ScenarioInvalid with all that is wrong with it
    public Scenario read(String nameOrFile) {
        return switch (nameOrFile) {
            case TOWN -> new Scenario(town(Town.RESIDENTS), ScenarioReader::town);
            case DEFAULT, VILLAGE, MERYTON, METROPOLIS, MEGACITY -> read(nameOrFile + ".yml", text(nameOrFile));
            default -> read(Path.of(nameOrFile));
        };
    }

    /// The text that {@link #read} reads.
    ///
    /// @param nameOrFile the name of a built-in scenario, else a file
    /// @throws ScenarioInvalid when there is no such text
    public static String text(String nameOrFile) {
        return switch (nameOrFile) {
            case TOWN -> resource(TOWN_QUARTER);
            case DEFAULT, VILLAGE, MERYTON, METROPOLIS, MEGACITY -> resource(nameOrFile + ".yml");
            default -> load(Path.of(nameOrFile));
        };
    }

    /// The JSON Schema (2020-12) of scenario files: what {@link #read} reads, and no more; what a schema cannot say, as
    /// that a name means something, only reading tells.
    public static String schema() {
        return SchemaText.of(
                "City scenario",
                "What a city is made of: its map, its trades, its people.",
                root -> plan("schema", root, OptionalInt.empty()));
    }

    /// @throws ScenarioInvalid with all that is wrong with it
    public Scenario read(Path file) {
        return read(file.toString(), load(file));
    }

    /// @param file its name, for messages; one that ends in `.json` is JSON
    /// @throws ScenarioInvalid with all that is wrong with it
    public Scenario read(String file, String text) {
        var plan = plan(file, text, OptionalInt.empty());
        return new Scenario(
                plan, residents -> plan.generates() ? resized(plan, residents, text) : plan.sized(residents));
    }

    /// Districts are generated anew for another number of residents, so that these have as much room and work as
    /// before.
    private static Plan resized(Plan plan, int residents, String text) {
        int byHand = plan.residents() - plan.generated();
        return residents <= byHand || residents > PopulationReader.MAX_RESIDENTS
                ? plan.sized(residents)
                : plan(plan.file(), text, OptionalInt.of(residents - byHand));
    }

    private static Plan town(int residents) {
        if (residents < 1 || residents > Town.MAX_RESIDENTS) {
            var rule = "town:1: residents must be 1 to %d: %d".formatted(Town.MAX_RESIDENTS, residents);
            throw new ScenarioInvalid(List.of(rule), 0);
        }
        return plan("town", Town.of(residents, resource(TOWN_QUARTER)), OptionalInt.empty());
    }

    private static Plan plan(String file, String text, OptionalInt generated) {
        var faults = new Faults(file);
        // JSON may be indented by tabs, YAML must not; inside its texts JSON has none.
        var readable = file.endsWith(".json") ? text.replace('\t', ' ') : text;
        var plan = YamlText.read(readable, faults).map(it -> plan(file, it, generated));
        if (plan.isPresent() && faults.areNone()) {
            plan.get().settlers(plan.get().seed(), faults);
        }
        return plan.filter(_ -> faults.areNone()).orElseThrow(() -> ScenarioInvalid.of(faults));
    }

    /// @param generated how many residents to generate by rules, instead of as many as these say
    private static Plan plan(String file, Section root, OptionalInt generated) {
        var directory = new Directory();
        var name = root.text("name", Directory.MAX_NAME_LENGTH);
        long seed = root.find("seed")
                .map(it -> it.number(Long.MIN_VALUE, Long.MAX_VALUE))
                .orElse(1L);
        var epoch = root.get("epoch").map(ScenarioReader::epoch).orElse(Instant.EPOCH);
        var step = root.find("tick_minutes").map(ScenarioReader::step).orElse(Duration.ofMinutes(DEFAULT_STEP_MINUTES));
        var climate = root.find("climate").map(it -> it.choice(Climate.class)).orElse(Climate.TEMPERATE);
        var economy = new EconomyReader(directory);
        var goods = economy.goods(root);
        var rules = new GenerateReader(directory, economy);
        rules.read(root, generated);
        var world = new FoundWorld(new MapReader(directory).read(root, rules.districts()), climate);
        var listed = ResidentsReader.enterNames(root, directory);
        var founding = economy.read(root, goods, rules.firms());
        var customs = new Customs(new AlmanacReader(directory).read(root), MigrationReader.read(root));
        var minds = MindsReader.read(root, listed);
        var vacancies = Vacancies.of(directory);
        var residents = new ResidentsReader(directory, vacancies);
        var spawns = listed.stream().map(residents::read).toList();
        var populations = new ArrayList<>(root.sections("populations").stream()
                .map(new PopulationReader(directory)::read)
                .toList());
        populations.addAll(rules.people());
        root.end();
        long people = spawns.size()
                + populations.stream().mapToLong(Population::count).sum();
        if (people > PopulationReader.MAX_RESIDENTS) {
            root.faults()
                    .add(
                            root.place(),
                            "must have at most %d residents: %d".formatted(PopulationReader.MAX_RESIDENTS, people));
        }
        return new Plan(
                file,
                name,
                seed,
                epoch,
                step,
                world,
                founding,
                customs,
                minds,
                spawns,
                populations,
                rules.people().size(),
                vacancies);
    }

    private static Instant epoch(Value value) {
        try {
            return LocalDateTime.parse(value.raw(EPOCH)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException bad) {
            value.refuse("must be a local date and time like 2030-04-01T06:00: \"%s\"".formatted(value.raw()));
            return Instant.EPOCH;
        }
    }

    private static Duration step(Value value) {
        int minutes = (int) value.number(1, MINUTES_PER_DAY);
        if (MINUTES_PER_DAY % minutes != 0) {
            value.refuse("must divide a day of 1440 minutes: " + minutes);
            return Duration.ofMinutes(DEFAULT_STEP_MINUTES);
        }
        return Duration.ofMinutes(minutes);
    }

    private static String load(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw unreadable(file, "must have at most %d bytes".formatted(MAX_SIZE));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw unreadable(file, "must be text in UTF-8");
        } catch (IOException missing) {
            throw unreadable(
                    file,
                    "cannot be read. Maybe take one that is built in: %s.".formatted(String.join(", ", BUILT_IN)));
        }
    }

    private static ScenarioInvalid unreadable(Path file, String reason) {
        var faults = new Faults(file.toString());
        faults.add(Place.START, reason);
        return ScenarioInvalid.of(faults);
    }

    /// The text of a file that comes with the program.
    static String resource(String name) {
        try (var in = ScenarioReader.class.getResourceAsStream("/scenarios/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the JAR must have /scenarios/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
