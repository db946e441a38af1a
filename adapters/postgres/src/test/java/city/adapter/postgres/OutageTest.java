package city.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.postgres.BrokenLink.Fault;
import city.adapter.postgres.embedded.EmbeddedPostgres;
import city.adapter.postgres.embedded.PostgresForTests;
import city.adapter.postgres.embedded.TestDatabase;
import city.adapter.postgres.link.ReadFailed;
import city.world.kernel.EventType.Audience;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.CityRecord.RecordBroken;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OutageTest {
    private static final String HOLDER = "city, process 1 on host test";

    /// Not the common pool: with two cores it has one thread, which starting a server needs.
    private static final Executor OWN_THREAD =
            work -> Thread.ofPlatform().daemon().start(work);

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final BrokenLink link;
    private final MadeUpCity city = new MadeUpCity();
    private final List<String> waited = new CopyOnWriteArrayList<>();

    OutageTest() throws IOException {
        link = new BrokenLink(BrokenLink.portOf(database.jdbcUrl()));
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_COMMIT, false", "AFTER_COMMIT, false", "BEFORE_COMMIT, true", "AFTER_COMMIT, true"})
    void aLinkThatBreaksAtTheCommitEndsInExactlyOneApplication(Fault fault, boolean backendIsKilledToo)
            throws SQLException {
        try (var adapter = open()) {
            adapter.record().claim();
            city.commitTo(adapter.record());
            city.touchWide(300, 1);
            city.happen(new UUID(1, 1), Audience.PUBLIC, 5);
            link.breakAt(fault, backendIsKilledToo ? this::killWriter : () -> {});

            var commit = city.commit();
            adapter.record().commit(commit, waited::add);
            city.stored(commit);

            assertThat(waited).hasSize(1);
            assertThat(adapter.record().head()).contains(commit.after());
            assertThat(adapter.eventLog().read(0, 99, Filter.ALL, 10)).isEqualTo(commit.events());
            assertThat(sessionsOfTheHolder()).isEqualTo(1);
            city.touchWide(300, 2);
            city.commitTo(adapter.record());
            assertThat(loadedChecksumIsOurs(adapter)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_COMMIT", "AFTER_COMMIT"})
    void aLinkThatBreaksAtTheFoundingEndsInOneCity(Fault fault) {
        try (var adapter = open()) {
            adapter.record().claim();
            city.addThing(3, "lamp");
            link.breakAt(fault, () -> {});

            var commit = city.commit();
            adapter.record().commit(commit, waited::add);

            assertThat(waited).hasSize(1);
            assertThat(adapter.record().head()).contains(commit.after());
        }
    }

    @Test
    void aBackendThatWasEndedBetweenCommitsIsReplaced() throws SQLException {
        try (var adapter = open()) {
            adapter.record().claim();
            city.commitTo(adapter.record());
            killWriter();
            city.addThing(1, "lamp");

            var commit = city.commit();
            adapter.record().commit(commit, waited::add);

            assertThat(waited).isNotEmpty();
            assertThat(adapter.record().head()).contains(commit.after());
        }
    }

    @Test
    void aServerThatIsAwayForThreeSecondsDelaysTheCommit(@TempDir Path folder) throws Exception {
        var server = EmbeddedPostgres.start(folder);
        link.leadTo(BrokenLink.portOf(server.jdbcUrl()));
        var settings = new PostgresSettings(link.through(server.jdbcUrl()), server.user(), server.password(), HOLDER);
        try (var adapter = Adapters.open(settings, city)) {
            adapter.record().claim();
            city.commitTo(adapter.record());
            server.close();
            city.addThing(1, "lamp");
            var commit = city.commit();

            var committing = CompletableFuture.runAsync(() -> adapter.record().commit(commit, waited::add), OWN_THREAD);
            Thread.sleep(3_000);
            assertThat(committing).isNotDone();
            try (var again = EmbeddedPostgres.start(folder)) {
                link.leadTo(BrokenLink.portOf(again.jdbcUrl()));
                committing.get(20, TimeUnit.SECONDS);

                assertThat(waited).hasSizeGreaterThan(2);
                assertThat(adapter.record().head()).contains(commit.after());
                adapter.close();
            }
        }
    }

    @Test
    void eventsThatACityGoesOnFromAreWaitedForWhileTheServerIsAway(@TempDir Path folder) throws Exception {
        var server = EmbeddedPostgres.start(folder);
        link.leadTo(BrokenLink.portOf(server.jdbcUrl()));
        var settings = new PostgresSettings(link.through(server.jdbcUrl()), server.user(), server.password(), HOLDER);
        try (var adapter = Adapters.open(settings, city)) {
            adapter.record().claim();
            city.happen(new UUID(1, 1), Audience.PUBLIC, 5);
            var commit = city.commit();
            adapter.record().commit(commit, waited::add);
            server.close();

            var events = new CopyOnWriteArrayList<LoggedEvent>();
            var reading = CompletableFuture.runAsync(() -> adapter.record().readEvents(0, 99, events::add), OWN_THREAD);
            Thread.sleep(1_000);
            assertThat(reading).isNotDone();
            assertThatThrownBy(() -> adapter.eventLog().read(0, 99, Filter.ALL, 10))
                    .isInstanceOf(ReadFailed.class);
            try (var again = EmbeddedPostgres.start(folder)) {
                link.leadTo(BrokenLink.portOf(again.jdbcUrl()));
                reading.get(20, TimeUnit.SECONDS);

                assertThat(events).isEqualTo(commit.events());
                adapter.close();
            }
        }
    }

    @Test
    void closingEndsAWaitingCommit() throws Exception {
        var adapter = open();
        adapter.record().claim();
        city.commitTo(adapter.record());
        link.close();
        var committing =
                CompletableFuture.runAsync(() -> adapter.record().commit(city.commit(), waited::add), OWN_THREAD);
        while (waited.isEmpty()) {
            Thread.sleep(10);
        }

        adapter.close();

        assertThatThrownBy(() -> committing.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(RecordBroken.class);
    }

    private PostgresAdapter open() {
        return Adapters.open(Adapters.settings(link.through(database.jdbcUrl()), database, HOLDER), city);
    }

    private boolean loadedChecksumIsOurs(PostgresAdapter adapter) {
        var before = city.wide.checksum();
        adapter.record().load(city.tables());
        city.wide.drain();
        return city.wide.checksum().equals(before);
    }

    private void killWriter() {
        count("""
                SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = '%s'
                """);
    }

    private int sessionsOfTheHolder() {
        return count("SELECT count(*) FROM pg_stat_activity WHERE application_name = '%s'");
    }

    private int count(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(HOLDER))) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
