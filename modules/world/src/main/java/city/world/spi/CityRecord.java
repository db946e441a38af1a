package city.world.spi;

import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The system of record: one city, written by one process. Used by the city thread; {@link #close} by any.
public interface CityRecord extends Answers, AutoCloseable {
    /// The actor of journal entry 0.
    String FOUNDER = "founder";

    /// Takes the record for this process and raises the owner in the head.
    ///
    /// @return the head, with the raised owner; empty when no city was founded here yet
    /// @throws RecordTaken when another process holds it
    Optional<Head> claim();

    /// Reads the head without taking anything.
    Optional<Head> head();

    /// Fills the given empty tables and marks them as stored. They may be declared otherwise than this program does, as
    /// an older one did, as long as the record has their columns.
    void load(List<Table> tables);

    /// How the tables were declared by the program by whose rules the city lives; empty when that was not written down.
    List<TableShape> shapes();

    /// Writes all in one transaction and returns when it is durable. A lost connection is mended here: the outcome is
    /// read from the head, and what was not written is written again, for as long as it takes; `waiting` hears why.
    ///
    /// @throws RecordTaken  when the head is not the one last written here
    /// @throws RecordBroken when the same error of the database, other than its absence, came twice
    void commit(Commit commit, Consumer<String> waiting);

    /// Reads the journal in order, from the given ordinal until before the other.
    void readJournal(long fromOrdinal, long beforeOrdinal, Consumer<JournalEntry> reader);

    /// What chains the journal entry of an ordinal to those before it, without its text, which may be as large as the
    /// city.
    Optional<String> findChain(long ordinal);

    /// Reads the events after a sequence up to another, in order; waits while the record is away, as {@link #load}
    /// does. Who cannot wait reads the {@link EventLog}.
    void readEvents(long afterSequence, long toSequence, Consumer<LoggedEvent> reader);

    @Override
    void close();

    /// Another process holds the record, or wrote to it.
    final class RecordTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// @param holder who holds it, as far as it can be told, such as `process 4711 on host a`
        public RecordTaken(String holder) {
            super(holder);
        }
    }

    /// The record refused twice what it must not refuse, or holds what cannot be.
    final class RecordBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RecordBroken(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
