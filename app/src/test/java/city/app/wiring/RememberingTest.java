package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.agents.AgentsCommand.Depart;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryCommand.Remember;
import city.memory.MemoryCommand.RememberResult;
import city.memory.Recollection;
import city.world.ResidentId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A village that lived for two days and remembers them.
class RememberingTest {
    private static final int TWO_DAYS = 2 * 288;
    private static final String BOUGHT = "I bought ";
    private static final TestDatabase DATABASE = PostgresForTests.freshDatabase();

    @TempDir
    static Path data;

    @BeforeAll
    static void live() throws InterruptedException {
        try (var city = RememberedCity.open(data, DATABASE)) {
            city.live(TWO_DAYS);
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void everybodyRemembersItsArrivalAndSomeOfItsDays() throws InterruptedException {
        try (var city = RememberedCity.open(data, DATABASE)) {
            assertThat(city.residents()).hasSize(25).allSatisfy(resident -> {
                var texts = city.of(resident.id()).stream().map(Memory::text).toList();
                assertThat(texts).hasSizeGreaterThan(3);
                assertThat(texts)
                        .anyMatch(it -> it.startsWith(
                                "I am %s and came".formatted(resident.persona().name())));
            });
            var all = city.residents().stream()
                    .flatMap(it -> city.of(it.id()).stream())
                    .toList();
            assertThat(all).anyMatch(it -> it.text().startsWith(BOUGHT));
            assertThat(all).anyMatch(it -> it.text().contains("paid me my wage of"));
            assertThat(all)
                    .filteredOn(it -> it.kind() == Kind.CONVERSATION)
                    .hasSizeGreaterThan(10)
                    .allMatch(it -> it.text().matches("(?s)(Talked|Quarrelled) with .+ at .+ said: \".+\""));
            assertThat(all).noneMatch(it -> it.text().contains("with somebody"));
            assertThat(city.lag()).isZero();
            assertThat(city.audit()).isEmpty();
        }
    }

    @Test
    void aPurchaseComesToMindByItsWords() throws InterruptedException {
        try (var city = RememberedCity.open(data, DATABASE)) {
            var purchase = city.residents().stream()
                    .flatMap(it -> city.of(it.id()).stream())
                    .filter(it -> it.text().startsWith(BOUGHT))
                    .findFirst()
                    .orElseThrow();

            var recalled = city.recall(purchase.resident(), purchase.text(), 3);

            assertThat(recalled).extracting(it -> it.memory().text()).contains(purchase.text());
            assertThat(recalled.getFirst().score().relevance()).isPositive();
            var again = city.of(purchase.resident()).stream()
                    .filter(it -> it.id().equals(recalled.getFirst().memory().id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(again.accesses()).isEqualTo(recalled.getFirst().memory().accesses() + 1);
            assertThat(again.lastAccessedAt()).isEqualTo(city.tick());
        }
    }

    @Test
    void whatIsGivenIsKeptOverARestartAndNobodyElseGetsIt() throws InterruptedException {
        ResidentId resident;
        try (var city = RememberedCity.open(data, DATABASE)) {
            resident = city.residents().getFirst().id();
            var answer =
                    city.order(new Remember(resident, Kind.INSIGHT, "The mayor is my cousin.", Optional.of(950), true));
            var gone = city.residents().getLast().id();
            city.order(new Depart(gone));

            assertThat(answer).isInstanceOf(RememberResult.Done.class);
            assertThat(city.order(new Remember(gone, Kind.INSIGHT, "x", Optional.empty(), false)))
                    .isEqualTo(new RememberResult.HasDeparted(gone));
            var nobody = new ResidentId(new UUID(9, 9));
            assertThat(city.order(new Remember(nobody, Kind.INSIGHT, "x", Optional.empty(), false)))
                    .isEqualTo(new RememberResult.NoSuchResident(nobody));
        }
        try (var city = RememberedCity.open(data, DATABASE)) {
            var given =
                    city.recall(resident, "my cousin the mayor", 1).getFirst().memory();

            assertThat(given.text()).isEqualTo("The mayor is my cousin.");
            assertThat(given.importance()).isEqualTo(950);
            assertThat(given.pinned()).isTrue();
            assertThat(city.residents().stream()
                            .flatMap(it -> city.of(it.id()).stream())
                            .filter(it -> it.text().equals(given.text())))
                    .hasSize(1);
        }
    }

    @Test
    void anIndexThatIsLostChangesNoAnswer() throws Exception {
        var before = answers();
        Files.delete(data.resolve(Remembering.INDEX));

        assertThat(answers()).isEqualTo(before);
        assertThat(data.resolve(Remembering.INDEX)).exists();
    }

    @Test
    void verifyHolds() {
        try (var city = StoppedCity.open(data, CityOnADatabase.choice(DATABASE))) {
            assertThat(city.verify().tick()).isPositive();
        }
    }

    /// What comes to everybody's mind by some words, as if nobody had asked before.
    private static List<List<Recollection>> answers() throws Exception {
        execute("UPDATE memory.memories SET accesses = 0, accessed_tick = tick");
        try (var city = RememberedCity.open(data, DATABASE)) {
            return city.residents().stream()
                    .map(it -> city.recall(it.id(), "talked about bread and the weather", 20))
                    .toList();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
