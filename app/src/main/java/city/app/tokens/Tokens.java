package city.app.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.app.Failure;
import city.world.ResidentId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which resident has which token: of a token only its SHA-256 is known, which is enough for what has 256 bits of
/// chance. Immutable.
final class Tokens {
    static final Tokens NONE = new Tokens(new TreeMap<>());

    /// A line for each, some 100 bytes; more residents than that have no mind outside.
    static final int MOST = 100_000;

    /// By which people, and programs that look for secrets in texts, know what it is.
    private static final String PREFIX = "city_";

    private static final int TOKEN_BYTES = 32;

    /// In place of a hash, for a token that ended.
    private static final String REVOKED = "-";

    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([0-9a-f]{64}|-)");

    private final Map<UUID, String> hashes;

    private Tokens(Map<UUID, String> hashes) {
        this.hashes = hashes;
    }

    /// @throws IllegalArgumentException with the line that is none
    static Tokens parse(String text) {
        var hashes = new TreeMap<UUID, String>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var found = LINE.matcher(line);
            if (!found.matches()) {
                throw new IllegalArgumentException("line %d must be a resident's id and a hash".formatted(number));
            }
            hashes.put(UUID.fromString(found.group(1)), found.group(2));
        }
        return new Tokens(hashes);
    }

    static String make() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String text() {
        return hashes.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue() + "\n")
                .collect(Collectors.joining());
    }

    boolean hasHadOne(ResidentId resident) {
        return hashes.containsKey(resident.value());
    }

    boolean isOf(ResidentId resident, String token) {
        return isSame(hashes.getOrDefault(resident.value(), REVOKED), hash(token));
    }

    boolean isOfAnybody(String token) {
        var hash = hash(token);
        return hashes.values().stream().anyMatch(it -> isSame(it, hash));
    }

    Tokens with(ResidentId resident, String token) {
        if (hashes.size() >= MOST && !hasHadOne(resident)) {
            throw Failure.doesNotHold("at most %d residents may have tokens".formatted(MOST));
        }
        return changed(it -> it.put(resident.value(), hash(token)));
    }

    Tokens revoked(ResidentId resident) {
        return changed(it -> it.put(resident.value(), REVOKED));
    }

    Tokens without(ResidentId resident) {
        return changed(it -> it.remove(resident.value()));
    }

    private Tokens changed(Consumer<Map<UUID, String>> how) {
        var copy = new TreeMap<>(hashes);
        how.accept(copy);
        return new Tokens(copy);
    }

    /// In a time that does not tell how far they agree.
    private static boolean isSame(String kept, String shown) {
        return MessageDigest.isEqual(kept.getBytes(UTF_8), shown.getBytes(UTF_8));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
