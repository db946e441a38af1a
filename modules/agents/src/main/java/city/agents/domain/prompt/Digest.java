package city.agents.domain.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over fields, each text preceded by its length, so that neighbours cannot trade characters. For one thread.
final class Digest {
    /// Never fed, only copied: asking the platform for one each time goes through its list of providers.
    private static final MessageDigest FRESH = fresh();

    private final MessageDigest sha256 = copy(FRESH);
    private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    Digest text(String text) {
        var bytes = text.getBytes(UTF_8);
        number(bytes.length);
        sha256.update(bytes);
        return this;
    }

    Digest number(long number) {
        sha256.update(eight.clear().putLong(number).array());
        return this;
    }

    Digest flag(boolean flag) {
        return number(flag ? 1 : 0);
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
