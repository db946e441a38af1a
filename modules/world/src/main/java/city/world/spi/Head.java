package city.world.spi;

import city.world.kernel.state.Checksum;
import java.util.HexFormat;

/// The one row that says how far the city has come. Every commit compares the whole row with the one that it last
/// wrote, so a second or stale process cannot write.
///
/// @param generation   raised by a restore from a backup
/// @param owner        raised by every start
/// @param commit       the number of the commit that wrote it
/// @param tick         that was last run
/// @param nextSequence of the next event; the first event has 1
/// @param nextOrdinal  of the next journal entry; genesis has 0
/// @param journalTip   SHA-256 chain value of the last journal entry, in hex
/// @param checksum     the sum of all row hashes
/// @param genesisDigest SHA-256 of the genesis entry's payload, in hex
/// @param rulesVersion of the rules by which the city lives now
public record Head(
        int generation,
        long owner,
        long commit,
        long tick,
        long nextSequence,
        long nextOrdinal,
        String journalTip,
        Checksum checksum,
        String genesisDigest,
        int rulesVersion) {
    /// What the first journal entry is chained to.
    public static final String NO_TIP = HexFormat.of().formatHex(new byte[32]);
}
