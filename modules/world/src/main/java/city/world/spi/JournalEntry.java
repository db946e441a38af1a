package city.world.spi;

/// One admitted command, in the order in which it was applied.
///
/// @param ordinal gapless, 0 for genesis
/// @param tick    that was last run when it was applied
/// @param actor   who asked
/// @param type    the command's wire name
/// @param payload the command in canonical bytes (JSON text)
/// @param chain   SHA-256, in hex, over the chain value of the entry before and all fields above
public record JournalEntry(long ordinal, long tick, String actor, String type, String payload, String chain) {}
