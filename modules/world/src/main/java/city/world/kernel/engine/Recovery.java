package city.world.kernel.engine;

import city.world.kernel.Event;
import city.world.kernel.Genesis;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.history.Undelivered;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import city.world.spi.CityRecord;
import city.world.spi.Codec;
import city.world.spi.Head;
import java.util.ArrayList;
import java.util.List;

/// Brings a machine to where the record is: loads declared state and what the bus had not delivered, and compares
/// what was loaded with the head.
public final class Recovery {
    private final CityRecord record;
    private final Codec codec;

    public Recovery(CityRecord record, Codec codec) {
        this.record = record;
        this.codec = codec;
    }

    /// The genesis of the city in the record.
    public Origin readOrigin() {
        return readFirst(Origin::read);
    }

    /// The same for whoever goes on with a city, and needs nothing of what it was founded with.
    public Origin readFounded() {
        return readFirst(Origin::readFounded);
    }

    private Origin readFirst(OriginReader reader) {
        var found = new ArrayList<Origin>(1);
        record.readJournal(0, 1, entry -> found.add(reader.read(entry.type(), entry.payload(), codec)));
        if (found.isEmpty()) {
            throw new Unfit("the record has a head but no journal");
        }
        return found.getFirst();
    }

    /// @throws Unfit when this program does not have the rules by which the city lives
    public static void requireRules(Head head, int rulesVersion) {
        if (head.rulesVersion() != rulesVersion) {
            throw new Unfit("the city lives by rules version %d, and this program by %d. Run the release of rules %1$d."
                    .formatted(head.rulesVersion(), rulesVersion));
        }
    }

    /// The rules by which the city lives, or older ones from which it can go on to them.
    ///
    /// @throws Unfit when they are newer, or too old
    static void requireKnownRules(Head head, int rulesVersion) {
        if (head.rulesVersion() > rulesVersion) {
            requireRules(head, rulesVersion);
        }
        if (head.rulesVersion() < Genesis.OLDEST_RULES_VERSION) {
            throw new Unfit(
                    "the city lives by rules version %d, and this program can go on with %d and newer. Found it anew."
                            .formatted(head.rulesVersion(), Genesis.OLDEST_RULES_VERSION));
        }
    }

    /// Fills the machine's tables from the record and goes on from there.
    ///
    /// @throws Unfit when the tables are not what the head says
    public void reload(Machine machine, Head head) {
        load(machine.tables(), head);
        resume(machine, head);
    }

    /// Fills the tables of an assembly from the record, before there is a machine.
    ///
    /// @throws Unfit when they are not what the head says
    void load(List<Table> tables, Head head) {
        tables.forEach(Table::clear);
        record.load(tables);
        requireSum(tables, head);
    }

    /// The same for a city that an older program left, whose tables may have got columns since: the sum is that of the
    /// tables as they were declared then. Where that is not known it can only be that of today.
    ///
    /// @throws Unfit when they are not what the head says
    void loadRaised(List<Table> tables, Head head) {
        var before = record.shapes().stream().map(TableShape::fresh).toList();
        record.load(before);
        if (!sum(before).equals(head.checksum())) {
            load(tables, head);
            return;
        }
        tables.forEach(Table::clear);
        record.load(tables);
        tables.forEach(Table::drain);
    }

    /// @param machine whose tables were loaded
    /// @throws Unfit when the record is not what it should be
    void resume(Machine machine, Head head) {
        requireTip(head);
        machine.resume(
                head,
                undelivered(machine, head).stream()
                        .map(it -> (Event) codec.read(it.type(), it.data()))
                        .toList());
        var unsaved = machine.take();
        if (!unsaved.isEmpty()) {
            throw new Unfit("loading changed the state: " + unsaved.changes());
        }
    }

    /// What the city goes on from must be what the journal ends with, or the two part for ever.
    private void requireTip(Head head) {
        var tip = record.findChain(head.nextOrdinal() - 1).orElse("missing");
        if (!tip.equals(head.journalTip())) {
            throw new Unfit("journal and head differ: entry %d is %s, the head says %s. Maybe run verify."
                    .formatted(head.nextOrdinal() - 1, tip, head.journalTip()));
        }
    }

    /// Before anybody builds upon the rows: what they point at may not be there.
    private static void requireSum(List<Table> tables, Head head) {
        var sum = sum(tables);
        if (!sum.equals(head.checksum())) {
            throw new Unfit("state and head differ: the tables sum to %s, the head says %s. Maybe run verify."
                    .formatted(sum, head.checksum()));
        }
    }

    private static Checksum sum(List<Table> tables) {
        tables.forEach(Table::drain);
        return tables.stream().map(Table::checksum).reduce(Checksum.ZERO, Checksum::plus);
    }

    /// The events of the log that a loaded machine's bus has still to deliver.
    List<LoggedEvent> undelivered(Machine machine, Head head) {
        try {
            return Undelivered.read(record, machine.delivered(), head.nextSequence() - 1);
        } catch (Undelivered.Hole e) {
            throw new Unfit(String.valueOf(e.getMessage()));
        }
    }

    private interface OriginReader {
        Origin read(String type, String payload, Codec codec);
    }

    /// The record cannot be gone on with.
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unfit(String message) {
            super(message);
        }
    }
}
