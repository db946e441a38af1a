package city.adapter.scenario;

import city.economy.FirmId;
import city.economy.JobId;
import city.world.LocationId;
import city.world.ResidentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids that follow from kind and name alone, so that The Mill of two runs, or of two versions of a scenario, is
/// the same one: version 8 UUIDs from the first 16 bytes of SHA-256.
final class Ids {
    private Ids() {}

    static UUID district(String name) {
        return id("district", name);
    }

    static UUID neighborhood(String name) {
        return id("neighborhood", name);
    }

    static LocationId location(String name) {
        return new LocationId(id("location", name));
    }

    static FirmId firm(String name) {
        return new FirmId(id("firm", name));
    }

    /// @param name the firm's and the title: `Bakery / Baker`
    static JobId job(String name) {
        return new JobId(id("job", name));
    }

    static ResidentId resident(String name) {
        return new ResidentId(id("resident", name));
    }

    static UUID household(String name) {
        return id("household", name);
    }

    private static UUID id(String kind, String name) {
        var hash = ByteBuffer.wrap(sha256(kind + "/" + name));
        long high = hash.getLong() & ~0xf000L | 0x8000L;
        long low = hash.getLong() & ~0xc000_0000_0000_0000L | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
