package city.world.kernel.machine;

import city.world.kernel.CityClock;
import city.world.kernel.Genesis;
import city.world.spi.Codec;
import java.util.List;

/// Where a city comes from: the genesis as it stands in the journal.
///
/// @param payload the genesis in canonical text
/// @param digest  SHA-256 of the payload, in hex
public record Origin(Genesis genesis, String payload, String digest, CityClock clock) {
    public static Origin of(Genesis genesis, Codec codec) {
        return ofPayload(genesis, codec.write(genesis));
    }

    /// @throws Codec.Unreadable when the text is no genesis
    public static Origin read(String type, String payload, Codec codec) {
        if (codec.read(type, payload) instanceof Genesis genesis) {
            return ofPayload(genesis, payload);
        }
        throw new Codec.Unreadable("journal entry 0 must be a genesis: " + type);
    }

    /// The same without what the city was founded with, as {@link #founded} has it.
    ///
    /// @throws Codec.Unreadable when the text is no genesis
    public static Origin readFounded(String type, String payload, Codec codec) {
        if (codec.readWithout("founding", type, payload) instanceof Genesis genesis) {
            return new Origin(genesis, "", Sha256.hex(payload), genesis.clock());
        }
        throw new Codec.Unreadable("journal entry 0 must be a genesis: " + type);
    }

    /// The same without what the city was founded with, which is as large as the city: whoever only goes on needs name,
    /// seed and clock.
    Origin founded() {
        var bare = new Genesis(
                genesis.name(), genesis.seed(), genesis.rulesVersion(), genesis.epoch(), genesis.step(), List.of());
        return new Origin(bare, "", digest, clock);
    }

    private static Origin ofPayload(Genesis genesis, String payload) {
        return new Origin(genesis, payload, Sha256.hex(payload), genesis.clock());
    }
}
