package city.world.kernel.machine;

import city.world.spi.Head;
import city.world.spi.JournalEntry;

/// The chain over the journal: each entry's value is SHA-256 over the value before it and all of its own fields, so
/// that no byte of a past entry can change unnoticed while the tip is known.
public final class JournalChain {
    private long nextOrdinal;
    private String tip = Head.NO_TIP;

    public long nextOrdinal() {
        return nextOrdinal;
    }

    public String tip() {
        return tip;
    }

    /// Appends a command that was just admitted.
    JournalEntry append(long tick, String actor, String type, String payload) {
        var entry = new JournalEntry(
                nextOrdinal, tick, actor, type, payload, link(nextOrdinal, tick, actor, type, payload));
        advance(entry);
        return entry;
    }

    /// Follows an entry that was read.
    ///
    /// @throws Broken when it is not the one that comes next
    public void follow(JournalEntry entry) {
        if (entry.ordinal() != nextOrdinal) {
            throw new Broken("journal: entry %d is missing, %d follows".formatted(nextOrdinal, entry.ordinal()));
        }
        var expected = link(entry.ordinal(), entry.tick(), entry.actor(), entry.type(), entry.payload());
        if (!expected.equals(entry.chain())) {
            throw new Broken("journal: entry %d is not what was written: its chain value is %s and must be %s"
                    .formatted(entry.ordinal(), entry.chain(), expected));
        }
        advance(entry);
    }

    void resume(Head head) {
        nextOrdinal = head.nextOrdinal();
        tip = head.journalTip();
    }

    private void advance(JournalEntry entry) {
        nextOrdinal = entry.ordinal() + 1;
        tip = entry.chain();
    }

    private String link(long ordinal, long tick, String actor, String type, String payload) {
        return new Sha256()
                .add(tip)
                .add(ordinal)
                .add(tick)
                .add(actor)
                .add(type)
                .add(payload)
                .hex();
    }

    /// The journal is not what was written.
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Broken(String message) {
            super(message);
        }
    }
}
