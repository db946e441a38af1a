package city.world.kernel.engine;

import city.world.kernel.Genesis;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.state.Table;
import city.world.spi.CityRecord;
import city.world.spi.Codec;
import city.world.spi.EventLog;
import city.world.spi.Head;
import java.util.ArrayList;
import java.util.List;

/// Brings a machine to where the record is: loads declared state and what the bus had not delivered, and compares
/// what was loaded with the head.
public final class Recovery {
    private final CityRecord record;
    private final EventLog log;
    private final Codec codec;

    public Recovery(CityRecord record, EventLog log, Codec codec) {
        this.record = record;
        this.log = log;
        this.codec = codec;
    }

    /// The genesis of the city in the record.
    ///
    /// @throws Unfit when it was founded under other rules than this program has
    public Origin readOrigin() {
        var found = new ArrayList<Origin>(1);
        record.readJournal(0, 1, entry -> found.add(Origin.read(entry.type(), entry.payload(), codec)));
        if (found.isEmpty()) {
            throw new Unfit("the record has a head but no journal");
        }
        var origin = found.getFirst();
        int rules = origin.genesis().rulesVersion();
        if (rules != Genesis.RULES_VERSION) {
            throw new Unfit(
                    "the city lives by rules version %d and this program by %d. Maybe run it with the release that founded it."
                            .formatted(rules, Genesis.RULES_VERSION));
        }
        return origin;
    }

    /// @throws Unfit when the tables are not what the head says
    public void reload(Machine machine, Head head) {
        machine.tables().forEach(Table::clear);
        record.load(machine.tables());
        requireSum(machine, head);
        machine.resume(head, undelivered(machine, head));
        var unsaved = machine.take();
        if (!unsaved.isEmpty()) {
            throw new Unfit("loading changed the state: " + unsaved.changes());
        }
    }

    /// Before anybody builds upon the rows: what they point at may not be there.
    private static void requireSum(Machine machine, Head head) {
        machine.tables().forEach(Table::drain);
        if (!machine.checksum().equals(head.checksum())) {
            throw new Unfit("state and head differ: the tables sum to %s, the head says %s. Maybe run verify."
                    .formatted(machine.checksum(), head.checksum()));
        }
    }

    private List<LoggedEvent> undelivered(Machine machine, Head head) {
        var events = new ArrayList<LoggedEvent>();
        long after = machine.delivered();
        long last = head.nextSequence() - 1;
        while (after < last) {
            var batch = log.read(after, last, EventFeed.Filter.ALL, EventFeed.MAX_BATCH);
            if (batch.isEmpty() || batch.getFirst().sequence() != after + 1) {
                throw new Unfit("the event log has a hole after sequence " + after);
            }
            events.addAll(batch);
            after = batch.getLast().sequence();
        }
        return events;
    }

    /// The record cannot be gone on with.
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unfit(String message) {
            super(message);
        }
    }
}
