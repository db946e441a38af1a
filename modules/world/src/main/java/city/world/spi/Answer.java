package city.world.spi;

import java.time.Instant;

/// The first answer given under a key, kept so that a repeat gets it again. Outside the hash and the journal.
///
/// @param digest   SHA-256, in hex, of the command's type and payload, by which another command under the same key is
/// told
/// @param ordinal  of the journal entry
/// @param type     the answer's wire name
/// @param payload  the answer in canonical bytes (JSON text)
/// @param recordedAt wall time, by which it is forgotten
public record Answer(
        String actor,
        String key,
        String digest,
        long ordinal,
        long tick,
        long sequence,
        String type,
        String payload,
        Instant recordedAt) {}
