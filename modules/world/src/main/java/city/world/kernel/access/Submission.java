package city.world.kernel.access;

import city.world.kernel.Command;
import java.util.Optional;

/// A command on its way to the city thread.
///
/// @param actor who asks, such as `operator`; keys are per actor
/// @param key   of idempotency, 1 to 200 characters; a repeat under the same key gets the first answer
public record Submission<R>(Command<R> command, String actor, Optional<String> key) {
    public static final String OPERATOR = "operator";
    public static final int MAX_KEY_LENGTH = 200;

    public Submission {
        key.ifPresent(it -> {
            if (it.isBlank() || it.length() > MAX_KEY_LENGTH) {
                throw new IllegalArgumentException(
                        "key must have 1 to %d characters: %d".formatted(MAX_KEY_LENGTH, it.length()));
            }
        });
    }

    public static <R> Submission<R> byOperator(Command<R> command) {
        return new Submission<>(command, OPERATOR, Optional.empty());
    }

    public static <R> Submission<R> byOperator(Command<R> command, Optional<String> key) {
        return new Submission<>(command, OPERATOR, key);
    }
}
