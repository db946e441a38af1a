package city.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.scenario.town.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

@DisplayName("The schema says what the reader reads")
class SchemaTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ScenarioReader.schema());

    @Test
    void theSchemaIsOne() {
        var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(SCHEMA.getSchemaNode())).isEmpty();
        assertThat(ScenarioReader.schema()).isEqualTo(ScenarioReader.schema());
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "village", "meryton", "metropolis", "megacity"})
    void everyBuiltInScenarioFits(String name) {
        assertThat(errors(ScenarioReader.resource(name + ".yml"))).isEmpty();
    }

    @Test
    void theTownFits() {
        assertThat(errors(Town.of(200, ScenarioReader.resource("town-quarter.yml"))))
                .isEmpty();
    }

    @Test
    void theHamletFits() {
        assertThat(errors(FaultsTest.HAMLET)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: hamlet            | nam: hamlet
            treasury: 100.00        | tresury: 100.00
            treasury: 100.00        | treasure: 1
            x: 5, y: 0              | x: 5, y: left
            x: 5, y: 0              | x: 5
            x: 5, y: 0              | x: 5, y: 2000000
            kind: shop              | kind: shoop
            06:00-14:00             | 6-14
            06:00-14:00             | 06:00-25:00
            mon-fri 05:00           | mon-fry 05:00
            balance: 50.00          | balance: -50.00
            balance: 50.00          | balance: 50.005
            balance: 50.00          | balance: much
            capacity: 1}            | capacity: 0}
            capacity: 1}            | capacity: 1, rooms: 2}
            capacity: 1}            | capacity: 3, locations: [{name: Attic, kind: home}]}
            capacity: 1}            | capacity: 3, locations: [{name: Attic, kind: attic, capacity: 1}]}
            name: Ann               | name: 7
            epoch: 2030-04-01T06:00 | epoch: tomorrow
            name: flour             | name: Flour
            home: Cot               | home: [Cot]
            job: Bakery / Baker     | job: {firm: Bakery}
            stock_cap: 40           | stock_cap: 0
            stock_cap: 40           | stock_cap: 40.5
            places: 1,              | places: many,
            home: Cot               | traits: {courage: 50}
            home: Cot               | traits: {openness: 101}
            - name: Ann             | - label: Ann
            """)
    void whatASchemaCanSayBothRefuse(String right, String wrong) {
        assertThat(FaultsTest.HAMLET).contains(right);
        var text = FaultsTest.HAMLET.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        assertThatThrownBy(() -> new ScenarioReader().read("hamlet.yml", text)).isInstanceOf(ScenarioInvalid.class);
        assertThat(errors(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{count: 5}",
                "{count: 0, balance: 5}",
                "{count: 5, balance: {min: 1}}",
                "{count: 5, balance: 5, names: dutch}",
                "{count: 5, balance: 5, names: {given: [A]}}",
                "{count: 5, balance: 5, names: {given: [], family: [B]}}",
                "{count: 5, balance: 5, jobs: all}",
                "{count: 5, balance: 5, homes: {street: S}}",
                "{count: 5, balance: 5, traits: {openness: {mean: 5}}}",
                "{count: 5, balance: 5, traits: {openness: {min: 5, spread: 1}}}",
                "{count: 5, balance: 5, age: 30, years: 3}"
            })
    void whatAPopulationCannotBeBothRefuse(String population) {
        var text = FaultsTest.HAMLET + "populations:\n  - " + population + "\n";

        assertThatThrownBy(() -> new ScenarioReader().read("hamlet.yml", text)).isInstanceOf(ScenarioInvalid.class);
        assertThat(errors(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{residents: 5, people: {balance: 5}}",
                "{residents: 5, homes: [], people: {balance: 5}}",
                "{homes: [{}], people: {balance: 5}}",
                "{residents: 5, homes: [{}]}",
                "{residents: 5, homes: [{floors: {min: 1}}], people: {balance: 5}}",
                "{residents: 5, homes: [{}], places: [{name: Park, kind: park, one_for: 5}], people: {balance: 5}}",
                "{residents: 5, homes: [{}], people: {balance: 5, count: 5}}"
            })
    void whatARuleCannotBeBothRefuse(String rule) {
        var text = "name: r\nepoch: 2030-04-01T06:00\ntreasury: 0\ngenerate:\n  - " + rule + "\n";

        assertThatThrownBy(() -> new ScenarioReader().read("r.yml", text)).isInstanceOf(ScenarioInvalid.class);
        assertThat(errors(text)).isNotEmpty();
    }

    @Test
    void theShortestRuleIsFineToBoth() {
        var text = "name: r\nepoch: 2030-04-01T06:00\ntreasury: 0\ngenerate:\n"
                + "  - {residents: 5, homes: [{}], people: {balance: 5}}\n";

        assertThat(new ScenarioReader().read("r.yml", text).residents()).isEqualTo(5);
        assertThat(errors(text)).isEmpty();
    }

    private static Set<?> errors(String yaml) {
        var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        return SCHEMA.validate(json(root));
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case MappingNode map -> {
                var object = JSON.objectNode();
                map.getValue()
                        .forEach(it -> object.set(((ScalarNode) it.getKeyNode()).getValue(), json(it.getValueNode())));
                yield object;
            }
            case SequenceNode list -> {
                var array = JSON.arrayNode();
                list.getValue().forEach(it -> array.add(json(it)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("unknown node: " + node);
        };
    }

    private static JsonNode scalar(ScalarNode scalar) {
        if (Tag.INT.equals(scalar.getTag())) {
            return JSON.numberNode(Long.parseLong(scalar.getValue()));
        }
        if (Tag.FLOAT.equals(scalar.getTag())) {
            return JSON.numberNode(new BigDecimal(scalar.getValue()));
        }
        return Tag.BOOL.equals(scalar.getTag())
                ? JSON.booleanNode(Boolean.parseBoolean(scalar.getValue()))
                : JSON.textNode(scalar.getValue());
    }
}
