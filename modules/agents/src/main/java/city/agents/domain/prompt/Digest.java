package city.agents.domain.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over fields, each text preceded by its length, so that neighbours cannot trade characters. For one thread.
final class Digest {
    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Digest text(String text) {
        var bytes = text.getBytes(UTF_8);
        number(bytes.length);
        sha256.update(bytes);
        return this;
    }

    Digest number(long number) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    Digest flag(boolean flag) {
        return number(flag ? 1 : 0);
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
