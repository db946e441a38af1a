package city.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    static final String HAMLET = """
            name: hamlet
            epoch: 2030-04-01T06:00
            goods:
              - {name: bread, nourish_per_mille: 300}
              - {name: flour}
            districts:
              - name: Hill
                neighborhoods:
                  - name: Lane
                    locations:
                      - {name: The Lane, kind: street, x: 0, y: 0, capacity: 10}
                      - {name: Cot, kind: home, x: 5, y: 0, capacity: 1}
                      - {name: Oven, kind: shop, x: 9, y: 0, capacity: 3, hours: "06:00-14:00"}
            treasury: 100.00
            firms:
              - name: Bakery
                location: Oven
                owner: Ann
                products:
                  - good: bread
                    price: 1.20
                    units_per_hour: 20
                    stock_cap: 40
                jobs:
                  - {title: Baker, hourly_wage: 2.00, places: 1, shift: "mon-fri 05:00-13:00"}
            residents:
              - name: Ann
                home: Cot
                job: Bakery / Baker
                balance: 50.00
            """;

    @Test
    void theHamletIsFine() {
        assertThat(new ScenarioReader().read("hamlet.yml", HAMLET).residents()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: hamlet              | nam: hamlet            | 1: name: is missing
            treasury: 100.00          | tresury: 100.00        | 14: tresury: is not a known key. Maybe you meant "treasury".
            x: 5, y: 0                | x: 5, y: left          | 12: districts[0].neighborhoods[0].locations[1].y: must be a whole number: "left"
            kind: shop                | kind: shoop            | 13: districts[0].neighborhoods[0].locations[2].kind: must be one of home, street, square, park, waterside, chapel, library, tavern, eatery, shop, workshop, farm, mill, school, clinic, hall, office: "shoop". Maybe you meant "shop".
            06:00-14:00               | 6-14                   | 13: districts[0].neighborhoods[0].locations[2].hours: must be like "06:00-14:00", "mon-fri 07:00-15:00" or "always": "6-14"
            06:00-14:00               | 06:00-25:00            | 13: districts[0].neighborhoods[0].locations[2].hours: hours must be 00:00 to 24:00: 25:00
            mon-fri 05:00             | mon-fry 05:00          | 25: firms[0].jobs[0].shift: days must be mon, tue, wed, thu, fri, sat, sun: "fry"
            05:00-13:00               | 05:00-17:30            | 25: firms[0].jobs[0].shift: must be at most 12 hours: "mon-fri 05:00-17:30"
            balance: 50.00            | balance: -50.00        | 30: residents[0].balance: must not be negative: -50.00
            balance: 50.00            | balance: 50.005        | 30: residents[0].balance: must be a decimal with at most two places: "50.005"
            price: 1.20               | price: 0               | 21: firms[0].products[0].price: must be above zero: 0.00
            name: Oven                | name: Cot              | 13: districts[0].neighborhoods[0].locations[2].name: must be unique: "Cot" is the name of a location on line 12
            location: Oven            | location: Ovan         | 17: firms[0].location: must name a location: "Ovan". Maybe you meant "Oven".
            owner: Ann                | owner: Anna            | 18: firms[0].owner: must name a resident: "Anna". Maybe you meant "Ann".
            home: Cot                 | home: Oven             | 28: residents[0].home: must be a location of kind home: "Oven"
            job: Bakery / Baker       | job: Bakery / Bakker   | 29: residents[0].job: must name a job: "Bakery / Bakker". Maybe you meant "Bakery / Baker".
            capacity: 1}              | capacity: 0}           | 12: districts[0].neighborhoods[0].locations[1].capacity: must be 1 to 1000000: 0
            kind: street              | kind: square           | 10: districts[0].neighborhoods[0].locations: must have a location of kind street
            name: Ann                 | name: 7                | 27: residents[0].name: must be a text: 7. Maybe put it in quotes.
            name: Ann                 | name: "A\\0"            | 27: residents[0].name: must be text without NUL and unpaired surrogates
            epoch: 2030-04-01T06:00   | epoch: tomorrow        | 2: epoch: must be a local date and time like 2030-04-01T06:00: "tomorrow"
            good: bread               | good: breed            | 20: firms[0].products[0].good: must name a good: "breed". Maybe you meant "bread".
            name: flour               | name: Flour            | 5: goods[1].name: must be 1 to 40 lower-case letters, digits, _ or -: "Flour"
            """)
    void aFaultIsToldWithLinePathAndReason(String right, String wrong, String message) {
        assertThat(HAMLET).contains(right);

        assertThat(faults(HAMLET.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))))
                .contains("hamlet.yml:" + message);
    }

    @Test
    void whoeverIsOneTooManyIsRefused() {
        var crowded = HAMLET + "  - {name: Bo, home: Cot, job: Bakery / Baker, balance: 1}\n";

        assertThat(faults(crowded))
                .containsExactly(
                        "hamlet.yml:31: residents[1].home: must have room: \"Cot\" is full with 1",
                        "hamlet.yml:31: residents[1].job: must have a free place: \"Bakery / Baker\" has 1, all taken");
    }

    @Test
    void anInputThatNobodyMakesIsRefused() {
        var idle = HAMLET.replace("stock_cap: 40", "stock_cap: 40\n        inputs: [{good: flour, milli_units: 250}]");

        assertThat(faults(idle))
                .containsExactly(
                        "hamlet.yml:24: firms[0].products[0].inputs[0].good: must be made by some firm: \"flour\"");
    }

    @Test
    void aPopulationWithoutBedsIsRefused() {
        var crowded = HAMLET + "populations: [{count: 3, balance: 5, homes: {district: Hill}}]\n";

        assertThat(faults(crowded))
                .containsExactly("hamlet.yml:31: populations[0]: must have homes with room: 3 residents, 0 free beds");
    }

    @Test
    void aKeyThatIsGivenTwiceIsRefused() {
        assertThat(faults(HAMLET + "name: again\n")).containsExactly("hamlet.yml:31: name: must be given once");
    }

    @Test
    void allFaultsAreToldUpToFifty() {
        var wrong = HAMLET + "  - {nom: X}\n".repeat(40);

        var invalid = invalid(wrong);

        assertThat(invalid.messages()).hasSize(50);
        assertThat(invalid.more()).isPositive();
        assertThat(invalid).hasMessageEndingWith("and %d more".formatted(invalid.more()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: [1, 2             | :2: must be YAML or JSON: expected ',' or ']', but got <stream end>
            - a                  | :1: must be a map of keys to values
            a: &x [1]~b: *x      | aliases of lists and maps must not be used
            name: !!java.io.File x | :1: must be YAML or JSON: Global tag is not allowed: tag:yaml.org,2002:java.io.File
            """)
    void brokenYamlIsToldWithItsLine(String text, String message) {
        assertThat(faults(text.replace('~', '\n') + "\n").toString()).contains(message);
    }

    @Test
    void deepNestsAreRefused() {
        assertThat(faults("a: " + "[".repeat(1000)).getFirst())
                .isEqualTo("hamlet.yml:1: lists and maps must be nested at most 20 deep");
    }

    @Test
    void jsonIsReadToo() {
        var json = "{\n\t\"name\": \"x\",\n\t\"epoch\": \"2030-01-01T00:00\",\n\t\"treasury\": -1\n}";

        var invalid = catchThrowableOfType(ScenarioInvalid.class, () -> new ScenarioReader().read("x.json", json));

        assertThat(invalid.messages())
                .containsExactly(
                        "x.json:1: districts: must have at least one item",
                        "x.json:4: treasury: must not be negative: -1");
    }

    @Test
    void aFileThatIsNotThereIsToldWithWhatIs() {
        var invalid = catchThrowableOfType(ScenarioInvalid.class, () -> new ScenarioReader().read("nowhere"));

        assertThat(invalid)
                .hasMessage(
                        "nowhere:1: cannot be read. Maybe take one that is built in: default, village, meryton, town, metropolis, megacity.");
    }

    private static List<String> faults(String text) {
        return invalid(text).messages();
    }

    private static ScenarioInvalid invalid(String text) {
        return catchThrowableOfType(ScenarioInvalid.class, () -> new ScenarioReader().read("hamlet.yml", text));
    }
}
