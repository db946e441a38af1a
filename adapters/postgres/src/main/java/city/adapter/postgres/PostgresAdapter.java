package city.adapter.postgres;

import city.adapter.postgres.audit.RecordAudit;
import city.adapter.postgres.columns.AgentColumns;
import city.adapter.postgres.columns.InteractionColumns;
import city.adapter.postgres.columns.ReadColumns;
import city.adapter.postgres.columns.RelationshipColumns;
import city.adapter.postgres.columns.TransactionColumns;
import city.adapter.postgres.fork.Cut;
import city.adapter.postgres.fork.RecordFork;
import city.adapter.postgres.history.Histories;
import city.adapter.postgres.link.Backoff;
import city.adapter.postgres.link.Claim;
import city.adapter.postgres.link.Outage;
import city.adapter.postgres.link.ReadFailed;
import city.adapter.postgres.link.Readers;
import city.adapter.postgres.link.Writer;
import city.adapter.postgres.log.PostgresCursors;
import city.adapter.postgres.log.PostgresEventLog;
import city.adapter.postgres.memory.PostgresMemories;
import city.adapter.postgres.record.Glance;
import city.adapter.postgres.record.PostgresKeyframes;
import city.adapter.postgres.record.PostgresRecord;
import city.adapter.postgres.schema.Migrations;
import city.adapter.postgres.table.TableCheck;
import city.adapter.postgres.thoughts.PostgresEarlierReplies;
import city.adapter.postgres.thoughts.PostgresThoughtLog;
import city.agents.AgentsCommand.MindReplied;
import city.agents.spi.EarlierReplies;
import city.agents.spi.ThoughtLog;
import city.memory.spi.MemoryStore;
import city.world.kernel.CityClock;
import city.world.kernel.state.Table;
import city.world.spi.CityRecord;
import city.world.spi.Cursors;
import city.world.spi.EventLog;
import city.world.spi.Keyframes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/// All that PostgreSQL gives the city, opened as one. Safe from any thread.
public final class PostgresAdapter implements AutoCloseable {
    private static final int OLDEST_VERSION = 15;

    private static final List<ReadColumns> READ_COLUMNS =
            List.of(new TransactionColumns(), new AgentColumns(), new RelationshipColumns(), new InteractionColumns());

    private final Readers readers;
    private final CityRecord record;
    private final EventLog eventLog;
    private final Cursors cursors;
    private final Keyframes keyframes;

    private final PostgresSettings settings;

    private PostgresAdapter(PostgresSettings settings, Readers readers, CityRecord record) {
        this.settings = settings;
        this.readers = readers;
        this.record = record;
        var places = new PostgresCursors(readers);
        this.cursors = places;
        this.eventLog = new PostgresEventLog(readers, places);
        this.keyframes = new PostgresKeyframes(readers);
    }

    /// Connects, brings the schemas to this JAR's shape and checks that every declared table is there. Takes
    /// nothing, except the record's lock for as long as there is something to migrate.
    ///
    /// @throws CannotOpen when the database is away, too old, or not as declared
    /// @throws CityRecord.RecordTaken when there is something to migrate while another process holds the record
    public static PostgresAdapter open(PostgresSettings settings, List<Table> tables) {
        return open(settings, tables, READ_COLUMNS, List.of());
    }

    /// @param readColumns what is written beside the state
    /// @param moreSchemas that have migrations besides those of {@link Migrations#SCHEMAS}
    static PostgresAdapter open(
            PostgresSettings settings, List<Table> tables, List<ReadColumns> readColumns, List<String> moreSchemas) {
        var backoff = new Backoff();
        var readers = new Readers(settings, backoff);
        try {
            var schemas = Stream.concat(Migrations.SCHEMAS.stream(), moreSchemas.stream())
                    .toList();
            prepare(readers, new Migrations(readers.dataSource(), schemas), backoff, tables);
            var writer = new Writer(settings, backoff);
            return new PostgresAdapter(
                    settings, readers, new PostgresRecord(writer, readers, backoff, tables, readColumns));
        } catch (SQLException | FlywayException e) {
            readers.close();
            var reason = e instanceof SQLException error ? Outage.reason(error) : e.getMessage();
            throw new CannotOpen("%s cannot be used: %s".formatted(settings, reason), e);
        } catch (RuntimeException e) {
            readers.close();
            throw e;
        }
    }

    /// Looks at what stands in a database and leaves it as it is.
    ///
    /// @throws CannotOpen when the database is away
    public static Glance glance(PostgresSettings settings) {
        var readers = new Readers(settings, new Backoff());
        try {
            return readers.call("a look at the database", Glance::at);
        } catch (ReadFailed e) {
            throw new CannotOpen("%s cannot be used: %s".formatted(settings, e.getMessage()), e);
        } finally {
            readers.close();
        }
    }

    /// Keeps every other process from writing the record, until the answer is closed. Nothing is written.
    ///
    /// @throws CityRecord.RecordTaken when a city is running on it
    /// @throws CannotOpen when the database is away
    public AutoCloseable hold() {
        var holding = new Writer(settings, new Backoff());
        try {
            holding.open();
            return holding::close;
        } catch (SQLException e) {
            throw new CannotOpen("%s cannot be used: %s".formatted(settings, e.getMessage()), e);
        }
    }

    public CityRecord record() {
        return record;
    }

    public EventLog eventLog() {
        return eventLog;
    }

    public Cursors cursors() {
        return cursors;
    }

    public Keyframes keyframes() {
        return keyframes;
    }

    public ThoughtLog thoughts() {
        return new PostgresThoughtLog(readers);
    }

    /// @param command reads what the journal has
    public EarlierReplies earlierReplies(Function<String, MindReplied> command) {
        return PostgresEarlierReplies.open(readers, command);
    }

    /// @param clock for the city times that stand beside ticks
    /// @param space of the vectors that will be given to it
    public MemoryStore memories(CityClock clock, String space) {
        return new PostgresMemories(readers, clock, space);
    }

    /// What is read of the past, through repositories. To be closed before this.
    public Histories openHistories() {
        return Histories.open(settings);
    }

    /// Connections for readers, at most a handful at a time.
    public DataSource readers() {
        return readers.dataSource();
    }

    /// What it takes to make of another, empty record a second city with the past of this one.
    ///
    /// @param other open, and held like this one
    public RecordFork forkInto(PostgresAdapter other, Cut cut) {
        return new RecordFork(readers, other.readers, cut);
    }

    /// Recounts what no key of the schema promises: references between modules, the columns that are only for people,
    /// transactions against the event log. Of a stopped city; a running one changes between two of the queries.
    ///
    /// @return a line for each rule that does not hold
    /// @throws ReadFailed when the database is away
    public List<String> audit() {
        return readers.call("audit of the record", RecordAudit::breaches);
    }

    @Override
    public void close() {
        record.close();
    }

    private static void prepare(Readers readers, Migrations migrations, Backoff backoff, List<Table> tables)
            throws SQLException {
        try (var connection = readers.dataSource().getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new SQLException("PostgreSQL must be %d or later: %d".formatted(OLDEST_VERSION, version));
            }
            if (migrations.arePending()) {
                migrate(connection, migrations, backoff);
            }
            var faults = TableCheck.faults(connection, tables);
            if (!faults.isEmpty()) {
                throw new SQLException("it is not as declared: " + String.join("; ", faults));
            }
        }
    }

    private static void migrate(Connection connection, Migrations migrations, Backoff backoff) throws SQLException {
        Claim.take(connection, backoff, List.of());
        try {
            migrations.apply();
        } finally {
            Claim.giveBack(connection);
        }
    }

    /// The database is away, too old, or not as declared; the message says which, in one line.
    public static final class CannotOpen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean passing;

        CannotOpen(String message, Exception cause) {
            super(message, cause);
            this.passing = cause instanceof SQLException error && Outage.isOne(error);
        }

        /// Whether the database was only out of reach, so that the same may succeed later.
        public boolean isPassing() {
            return passing;
        }
    }
}
