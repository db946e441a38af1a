package city.world.kernel.machine;

import city.world.spi.CityRecord;
import city.world.spi.Head;
import city.world.spi.JournalEntry;

/// Rebuilds a city from its journal: no state table is opened, no mind is called.
public final class Replay {
    private final Machine machine;
    private final long toTick;
    private final long beforeOrdinal;

    /// @param machine       fresh, made from the journal's own genesis
    /// @param toTick        where to stop; entries of later ticks are followed no more
    /// @param beforeOrdinal entries from this one on are not even read
    public Replay(Machine machine, long toTick, long beforeOrdinal) {
        this.machine = machine;
        this.toTick = toTick;
        this.beforeOrdinal = beforeOrdinal;
    }

    /// From the genesis. Nobody follows a replay: what it raises is let go, but for the last tick.
    ///
    /// @return as {@link #goOn} does
    /// @throws JournalChain.Broken when the journal is not what was written
    public Group run(CityRecord record) {
        machine.found(CityRecord.FOUNDER);
        return follow(record, 0);
    }

    /// From where the machine stands, for one that was restored from a keyframe.
    ///
    /// @return what happened in the last tick and by the commands after it; its changes are all rows as of now, as
    /// for a record that has none of them. Where no tick was run, it tells only of what came after the place
    /// where the machine stood
    /// @throws JournalChain.Broken when the journal is not what was written
    public Group goOn(CityRecord record) {
        return follow(record, machine.nextOrdinal());
    }

    /// The tip must be the head's when the replay went as far as the head.
    ///
    /// @throws JournalChain.Broken when entries are missing at the journal's end
    public void compareTip(Head head) {
        var rebuilt = machine.head(head.generation(), head.owner(), head.commit());
        if (rebuilt.nextOrdinal() != head.nextOrdinal() || !rebuilt.journalTip().equals(head.journalTip())) {
            throw new JournalChain.Broken("journal: it ends before entry %d, the head knows %d entries"
                    .formatted(rebuilt.nextOrdinal(), head.nextOrdinal()));
        }
    }

    private Group follow(CityRecord record, long fromOrdinal) {
        record.readJournal(fromOrdinal, beforeOrdinal, this::follow);
        runTo(toTick);
        return machine.take();
    }

    private void follow(JournalEntry entry) {
        if (entry.ordinal() == 0) {
            new JournalChain().follow(entry);
            return;
        }
        if (entry.tick() > toTick) {
            return;
        }
        runTo(entry.tick());
        machine.follow(entry);
    }

    private void runTo(long tick) {
        while (machine.tick() < tick) {
            machine.forget();
            machine.runTick();
        }
    }
}
