package city.adapter.postgres.record;

import city.adapter.postgres.columns.ReadColumns;
import city.adapter.postgres.link.Backoff;
import city.adapter.postgres.link.Readers;
import city.adapter.postgres.link.Writer;
import city.adapter.postgres.log.EventRows;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import city.world.spi.Answer;
import city.world.spi.CityRecord;
import city.world.spi.Commit;
import city.world.spi.Head;
import city.world.spi.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The city's record in PostgreSQL: plain SQL on one connection that holds the lock, so that a commit is one
/// transaction of few statements.
///
/// Reads that the city thread cannot do without wait for a database that is away; the others fail with
/// {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresRecord implements CityRecord {
    /// How long {@link #close} waits for a commit that is under way before it breaks the link.
    private static final long CLOSING_SECONDS = 10;

    private final Writer writer;
    private final Readers readers;
    private final Backoff backoff;
    private final CommitRows rows;
    private final AnswerPurge purge;
    private final ReentrantLock writing = new ReentrantLock();

    public PostgresRecord(
            Writer writer, Readers readers, Backoff backoff, List<Table> tables, List<ReadColumns> readColumns) {
        this.writer = writer;
        this.readers = readers;
        this.backoff = backoff;
        this.rows = new CommitRows(tables, readColumns);
        this.purge = new AnswerPurge(readers);
    }

    @Override
    public Optional<Head> claim() {
        writing.lock();
        try {
            if (!writer.holds()) {
                writer.open();
                purge.start();
            }
            var connection = writer.connection();
            var head = HeadRow.raiseOwner(connection);
            connection.commit();
            return head;
        } catch (SQLException e) {
            throw new RecordBroken("the record could not be claimed: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Optional<Head> head() {
        return readers.insist("reading the head", HeadRow::find);
    }

    /// All tables as of one moment.
    @Override
    public void load(List<Table> tables) {
        var loaded = tables.stream().map(rows::forReading).toList();
        readers.insist("loading the state", connection -> {
            tables.forEach(Table::clear);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (var table : loaded) {
                table.load(connection);
            }
            connection.commit();
            return loaded;
        });
    }

    @Override
    public List<TableShape> shapes() {
        return readers.insist("reading how tables were declared", ShapeRows::list);
    }

    @Override
    public void commit(Commit commit, Consumer<String> waiting) {
        writing.lock();
        try {
            new OneCommit(writer, backoff, rows, commit, waiting).bringHome();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void readJournal(long fromOrdinal, long beforeOrdinal, Consumer<JournalEntry> reader) {
        var page = journal(fromOrdinal, beforeOrdinal);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = journal(page.getLast().ordinal() + 1, beforeOrdinal);
        }
    }

    @Override
    public Optional<String> findChain(long ordinal) {
        return readers.insist(
                "reading the chain of a journal entry", connection -> JournalRows.findChain(connection, ordinal));
    }

    @Override
    public void readEvents(long afterSequence, long toSequence, Consumer<LoggedEvent> reader) {
        var page = events(afterSequence, toSequence);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = events(page.getLast().sequence(), toSequence);
        }
    }

    @Override
    public List<Answer> answersSince(Instant since, int limit) {
        return readers.insist("reading answers", connection -> AnswerRows.list(connection, since, limit));
    }

    @Override
    public Optional<Answer> findAnswer(String actor, String key) {
        return readers.call("looking for an answer", connection -> AnswerRows.find(connection, actor, key));
    }

    @Override
    public void close() {
        backoff.close();
        purge.close();
        if (waitForCommit()) {
            try {
                writer.close();
            } finally {
                writing.unlock();
            }
        } else {
            writer.abort();
        }
        readers.close();
    }

    private List<LoggedEvent> events(long after, long to) {
        return readers.insist(
                "reading events",
                connection -> EventRows.list(connection, after, to, EventFeed.Filter.ALL, EventFeed.MAX_BATCH));
    }

    private List<JournalEntry> journal(long ordinal, long beforeOrdinal) {
        return readers.insist(
                "reading the journal", connection -> JournalRows.list(connection, ordinal, beforeOrdinal));
    }

    private boolean waitForCommit() {
        try {
            return writing.tryLock(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
