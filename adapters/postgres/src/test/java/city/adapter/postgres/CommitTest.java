package city.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.CityRecord;
import city.world.spi.CityRecord.RecordBroken;
import city.world.spi.CityRecord.RecordTaken;
import city.world.spi.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitTest {
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(2, 2);

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final MadeUpCity city = new MadeUpCity();
    private PostgresAdapter adapter = Adapters.on(database, city);
    private CityRecord record = adapter.record();

    @BeforeEach
    void claim() {
        assertThat(record.claim()).isEmpty();
    }

    @AfterEach
    void close() {
        adapter.close();
        database.close();
    }

    @Test
    void everyTypeOfColumnComesBackAsItWas() {
        int nothing = city.things.add();
        int much = city.addThing(Long.MIN_VALUE, "Zoë \"of\" {Żabka}, 山 \uD83C\uDFD9 \\N \n");
        city.rank.set(much, Integer.MIN_VALUE);
        city.id.set(much, new UUID(-1, Long.MAX_VALUE));
        city.plan.set(much, new byte[] {0, -1, 92, 34});

        city.commitTo(record);

        var loaded = load();
        assertThat(loaded.name.get(nothing)).isEmpty();
        assertThat(loaded.plan.get(nothing)).isEmpty();
        assertThat(loaded.name.get(much)).isEqualTo("Zoë \"of\" {Żabka}, 山 \uD83C\uDFD9 \\N \n");
        assertThat(loaded.id.get(much)).isEqualTo(new UUID(-1, Long.MAX_VALUE));
        assertThat(loaded.plan.get(much)).containsExactly(0, -1, 92, 34);
        assertThat(loaded.things.checksum()).isEqualTo(city.things.checksum());
    }

    @Test
    void insertsUpdatesAndDeletesOfManyRowsGiveTheSameChecksumWhenLoaded() {
        city.touchWide(1_000, 1);
        city.commitTo(record);
        city.touchWide(700, 2);
        city.wide.remove(3);
        city.wide.remove(900);
        city.wide.add(5_000);
        city.addThing(12, "lamp");
        city.commitTo(record);
        city.wide.add(3);

        city.commitTo(record);

        var loaded = load();
        assertThat(loaded.wide.count()).isEqualTo(1_000);
        assertThat(loaded.wide.checksum()).isEqualTo(city.wide.checksum());
        assertThat(loaded.things.checksum()).isEqualTo(city.things.checksum());
    }

    @Test
    void aLoadedTableHasNothingToWrite() {
        city.touchWide(200, 1);
        city.commitTo(record);

        var loaded = load();

        assertThat(loaded.wide.drain().isEmpty()).isTrue();
        assertThat(loaded.things.drain().isEmpty()).isTrue();
    }

    @Test
    void theHeadIsTheLastCommitsAndAClaimRaisesItsOwner() {
        var commit = city.commitTo(record);
        assertThat(record.head()).isEqualTo(Optional.of(commit.after()));

        var claimed = record.claim();

        assertThat(claimed.orElseThrow().owner()).isEqualTo(commit.after().owner() + 1);
        assertThat(record.head()).isEqualTo(claimed);
    }

    @Test
    void aStaleHeadIsRefusedAndNothingIsWritten() throws Exception {
        city.commitTo(record);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE world.head SET checksum_low = checksum_low + 1");
        }
        city.addThing(1, "lamp");

        assertThatThrownBy(() -> record.commit(city.commit(), _ -> {}))
                .isInstanceOf(RecordTaken.class)
                .hasMessageContaining("commit 1 of owner 1 at tick 1");

        assertThat(load().things.count()).isZero();
    }

    @Test
    void aSecondFirstCommitIsRefused() {
        city.commitTo(record);
        city.head = Optional.empty();

        assertThatThrownBy(() -> city.commitTo(record)).isInstanceOf(RecordTaken.class);
    }

    @Test
    void aRowThatTheRecordLostBreaksIt() throws Exception {
        city.touchWide(10, 1);
        city.commitTo(record);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM made_up.wide WHERE \"row\" = 4");
        }
        city.touchWide(10, 2);

        assertThatThrownBy(() -> city.commitTo(record))
                .isInstanceOf(RecordBroken.class)
                .hasMessageContaining("made_up.wide: updated 9 of 10 rows");
    }

    @Test
    void aTextThatTheRecordCouldNotGiveBackIsRefused() {
        city.addThing(1, "half \uD83C of a pair");

        assertThatThrownBy(() -> city.commitTo(record))
                .isInstanceOf(RecordBroken.class)
                .hasMessageContaining("made_up.things.name must not hold U+D83C: at character 5");
    }

    @Test
    void theJournalIsReadInOrderFromAnyOrdinal() {
        city.commitTo(record);
        city.commitTo(record);
        var third = city.commitTo(record);
        var read = new ArrayList<JournalEntry>();

        record.readJournal(1, Long.MAX_VALUE, read::add);

        assertThat(read).extracting(JournalEntry::ordinal).containsExactly(1L, 2L);
        assertThat(read.getLast()).isEqualTo(third.journal().getFirst());
    }

    @Test
    void theJournalIsReadUntilBeforeAnOrdinal() {
        city.commitTo(record);
        city.commitTo(record);
        city.commitTo(record);
        var read = new ArrayList<JournalEntry>();

        record.readJournal(0, 2, read::add);

        assertThat(read).extracting(JournalEntry::ordinal).containsExactly(0L, 1L);
    }

    @Test
    void anEntrysChainIsFoundWithoutItsText() {
        city.commitTo(record);
        var second = city.commitTo(record).journal().getFirst();

        assertThat(record.findChain(second.ordinal())).contains(second.chain());
        assertThat(record.findChain(second.ordinal() + 1)).isEmpty();
    }

    @Test
    void eventsComeBackInOrderByEveryFilter() {
        city.happen(ANN, Audience.PUBLIC, 1);
        city.happen(BOB, Audience.TELEMETRY, 2);
        city.happen(ANN, Audience.INTERNAL, 3);
        city.happen(BOB, Audience.PUBLIC, 4);
        var events = city.commitTo(record).events();

        assertThat(read(0, 99, Filter.ALL)).isEqualTo(events);
        assertThat(read(1, 3, Filter.ALL)).isEqualTo(events.subList(1, 3));
        assertThat(read(0, 99, new Filter(Optional.empty(), Optional.empty(), Optional.of(ANN), true)))
                .containsExactly(events.get(0), events.get(2));
        assertThat(read(
                        0,
                        99,
                        new Filter(Optional.of("made-up"), Optional.of("made-up.deed.v1"), Optional.empty(), false)))
                .containsExactly(events.get(0), events.get(2), events.get(3));
        assertThat(read(0, 99, new Filter(Optional.of("other"), Optional.empty(), Optional.empty(), true)))
                .isEmpty();
    }

    @Test
    void answersAreFoundByKeyAndListedSinceATime() {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var first = city.answer("operator", "k1", now.minusSeconds(20));
        var second = city.answer("operator", "k2", now);
        var forgotten = city.answer("ann", "k1", now.minus(Duration.ofHours(25)));
        city.commitTo(record);

        assertThat(record.findAnswer("operator", "k1")).contains(first);
        assertThat(record.findAnswer("ann", "k1")).isEmpty();
        assertThat(record.answersSince(now.minus(Duration.ofDays(2)), 9)).containsExactly(forgotten, first, second);
        assertThat(record.answersSince(now.minusSeconds(60), 1)).containsExactly(second);
    }

    @Test
    void aForgottenKeyCanBeUsedAgain() {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        city.answer("ann", "k1", now.minus(Duration.ofHours(25)));
        city.commitTo(record);

        var again = city.answer("ann", "k1", now);
        city.commitTo(record);

        assertThat(record.findAnswer("ann", "k1")).contains(again);
    }

    @Test
    void aFollowersCursorIsKept() {
        assertThat(adapter.cursors().find("mqtt")).isZero();

        adapter.cursors().replace("mqtt", 7);
        adapter.cursors().replace("mqtt", 12);

        assertThat(adapter.cursors().find("mqtt")).isEqualTo(12);
    }

    private List<LoggedEvent> read(long after, long to, Filter filter) {
        return adapter.eventLog().read(after, to, filter, 100);
    }

    /// Another process' reading of the same record.
    private MadeUpCity load() {
        var other = new MadeUpCity();
        try (var reader = Adapters.on(database, other)) {
            reader.record().load(other.tables());
        }
        other.tables().forEach(it -> assertThat(it.drain().isEmpty()).isTrue());
        return other;
    }
}
