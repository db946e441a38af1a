package city.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.agents.AgentsCommand.SetMigration;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsCommand.Spawn;
import city.agents.Life;
import city.agents.Life.Calling;
import city.agents.Life.Values;
import city.agents.Migration.Range;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.world.AlmanacPlan.Days;
import city.world.AlmanacPlan.Holiday;
import city.world.Happening.Kind;
import city.world.WorldCommand.KeepAlmanac;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CustomsTest {
    private static final String HAMLET = """
            name: hamlet
            epoch: 2030-04-01T06:00
            districts:
              - name: Hill
                neighborhoods:
                  - name: Lane
                    locations:
                      - {name: The Lane, kind: street, x: 0, y: 0, capacity: 20}
                      - {name: The Green, kind: square, x: 10, y: 0, capacity: 200}
                      - {name: Cottage, kind: home, x: 40, y: 10, capacity: 4}
            treasury: 500.00
            """;

    @Test
    void theAlmanacIsReadAsPeopleWriteIt() {
        var plan = first(KeepAlmanac.class, HAMLET + """
                holidays:
                  - {name: May Day, days: 05-01}
                  - {name: Rest, days: first sun}
                events:
                  - {kind: market_day, name: Market, days: wed, hours: "08:00-13:00", location: The Green}
                  - {kind: festival, name: Fair, days: "15", hours: "20:00-02:00", district: Hill}
                risks:
                  - {kind: outage, name: Outage, times_per_year: 6, hours: {min: 1, max: 4}}
                """).plan();

        assertThat(plan.holidays())
                .containsExactly(
                        new Holiday("May Day", Days.yearly(5, 1)),
                        new Holiday("Rest", new Days(Days.EVERY_MONTH, 0b1111111, 1 << 6)));
        assertThat(plan.regulars()).extracting(it -> it.kind()).containsExactly(Kind.MARKET_DAY, Kind.FESTIVAL);
        assertThat(plan.regulars().getFirst().place())
                .isEqualTo(Ids.location("The Green").value());
        assertThat(plan.regulars().getLast().place()).isEqualTo(Ids.district("Hill"));
        assertThat(plan.regulars().getLast().minutes()).isEqualTo(360);
        assertThat(plan.risks()).allSatisfy(it -> {
            assertThat(it.minMinutes()).isEqualTo(60);
            assertThat(it.maxMinutes()).isEqualTo(240);
            assertThat(it.place()).isEmpty();
        });
    }

    @Test
    void aScenarioThatSaysNothingFoundsNoAlmanacAndNoMigration() {
        var founding = new ScenarioReader().read("hamlet.yml", HAMLET).genesis().founding();

        assertThat(founding).hasSize(2);
    }

    @Test
    void migrationIsRead() {
        var migration = first(SetMigration.class, HAMLET + """
                migration: {arrivals_per_year: 40, leavers_per_mille_a_year: 30, min_population: 2, max_population: 9,
                  balance: {min: 10.00, max: 20.00}, traits: {openness: {min: 60, max: 90}}, age: 30}
                """).migration();

        assertThat(migration.arrivalsPerYear()).isEqualTo(40);
        assertThat(migration.maxPopulation()).isEqualTo(9);
        assertThat(migration.savings()).isEqualTo(new Range(1000, 2000));
        assertThat(migration.traits().getFirst()).isEqualTo(new Range(60, 90));
        assertThat(migration.age()).isEqualTo(new Range(30, 30));
        assertThat(migration.given()).isNotEmpty();
    }

    @Test
    void mindsAreSetForThoseWhoAreNamed() {
        var scenario = HAMLET + """
                residents:
                  - {name: Ann, balance: 10.00, home: Cottage}
                  - {name: Bob, balance: 10.00, home: Cottage}
                minds: {kind: model, threshold: 700, patience: 12, residents: [Bob]}
                """;

        assertThat(founding(scenario, SetMind.class))
                .containsExactly(new SetMind(Ids.resident("Bob"), new MindSettings(MindKind.MODEL, 700, 12)));
        assertThat(founding(scenario.replace("[Bob]", "all"), SetMind.class)).hasSize(2);
        var invalid = catchThrowableOfType(
                ScenarioInvalid.class, () -> founding(scenario.replace("[Bob]", "[Zoe]"), SetMind.class));
        assertThat(invalid.messages())
                .anyMatch(it -> it.contains("must be a resident who is listed under residents: \"Zoe\""));
    }

    @Test
    void residentsHaveLivesAndKin() {
        var spawns = spawns(HAMLET + """
                residents:
                  - {name: Ann, balance: 10.00, home: Cottage, age: 40, partner: Bob, household: Cottage}
                  - {name: Bob, balance: 10.00, home: Cottage, values: {tradition: 80}, calling: homemaker}
                  - {name: Cid, balance: 0.00, home: Cottage, age: 8, parents: [Ann, Bob]}
                """, OptionalInt.empty());

        var ann = spawns.get(0).life().orElseThrow();
        assertThat(ann.age()).isEqualTo(40);
        assertThat(ann.partner()).contains(Ids.resident("Bob"));
        assertThat(ann.household()).contains(Ids.household("Cottage"));
        assertThat(spawns.get(1).life())
                .contains(new Life(
                        35,
                        new Values(80, 50, 50, 50, 50),
                        Optional.of(Calling.HOMEMAKER),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        assertThat(spawns.get(2).life().orElseThrow().parents())
                .containsExactly(Ids.resident("Ann"), Ids.resident("Bob"));
    }

    @Test
    void familiesShareAHomeAndAName() {
        var spawns = spawns(HAMLET + """
                populations:
                  - {count: 4, balance: 100.00, families: 100, age: {min: 30, max: 40}}
                """, OptionalInt.empty());

        var lives = spawns.stream().map(it -> it.life().orElseThrow()).toList();
        assertThat(lives.get(0).partner()).isEqualTo(spawns.get(1).id());
        assertThat(lives.get(1).partner()).isEqualTo(spawns.get(0).id());
        assertThat(lives.subList(2, 4)).allSatisfy(it -> {
            assertThat(it.age()).isBetween(6, 15);
            assertThat(it.parents()).hasSize(2);
            assertThat(it.calling()).contains(Calling.PUPIL);
        });
        assertThat(lives.stream().map(Life::household).distinct()).hasSize(1);
        assertThat(spawns.stream()
                        .map(it -> it.persona().name())
                        .map(it -> it.substring(it.indexOf(' ')))
                        .distinct())
                .hasSize(1);
        assertThat(spawns.get(3).endowment().minor()).isZero();
    }

    @Test
    void allThatIsWrongIsToldAtItsLine() {
        var invalid = catchThrowableOfType(
                ScenarioInvalid.class, () -> new ScenarioReader().read("hamlet.yml", HAMLET + """
                        holidays: [{name: Never, days: 13-01}]
                        events: [{kind: fete, name: Fair, days: someday, hours: "8", location: The Gren, district: Hill}]
                        risks: [{kind: fire, name: Fire, times_per_year: 0, hours: 2}]
                        migration: {arrivals_per_year: 1, min_population: 5, max_population: 4, balance: 0.00}
                        residents: [{name: Ann, balance: 1.00, age: 200, partner: Bob, values: {tradition: 101}}]
                        """));

        assertThat(invalid.messages())
                .anyMatch(it -> it.contains("holidays[0].days: months must be 01 to 12"))
                .anyMatch(it -> it.contains("events[0].kind: must be one of festival"))
                .anyMatch(
                        it -> it.contains(
                                "events[0].days: must be like \"sat\", \"mon-fri\", \"05-01\", \"15\" or \"third fri\": \"someday\""))
                .anyMatch(it -> it.contains("events[0].location: must name a location"))
                .anyMatch(it -> it.contains("at most one of location, neighborhood and district"))
                .anyMatch(it -> it.contains("risks[0].times_per_year: must be 1 to"))
                .anyMatch(it -> it.contains("migration.max_population: must be 5 to"))
                .anyMatch(it -> it.contains("residents[0].age: must be 0 to 110"))
                .anyMatch(it -> it.contains("residents[0].partner: must name a resident"))
                .anyMatch(it -> it.contains("residents[0].values.tradition: must be 0 to 100"));
    }

    private static <C> C first(Class<C> type, String text) {
        return founding(text, type).getFirst();
    }

    private static <C> List<C> founding(String text, Class<C> type) {
        return new ScenarioReader()
                .read("hamlet.yml", text).genesis().founding().stream()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList();
    }

    private static List<Spawn> spawns(String text, OptionalInt residents) {
        return new ScenarioReader()
                .read("hamlet.yml", text).genesis(OptionalLong.empty(), residents).founding().stream()
                        .filter(Spawn.class::isInstance)
                        .map(Spawn.class::cast)
                        .toList();
    }
}
