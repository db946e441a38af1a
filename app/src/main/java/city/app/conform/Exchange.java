package city.app.conform;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A call of a mind that the city answered.
///
/// @param path     without the query
/// @param atMillis when the mind called, since the examination began
/// @param tookMillis until it was answered
record Exchange(String method, String path, String request, int status, String answer, long atMillis, long tookMillis) {
    private static final Pattern QUESTION = Pattern.compile("\"question\"\\s*:\\s*(\\d{1,18})\\b");
    private static final Pattern REFUSAL = Pattern.compile("\"refusal\":\"(\\w+)\"");
    private static final Pattern DETAIL = Pattern.compile("\"detail\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ACTION =
            Pattern.compile("\"action\"\\s*:\\s*\\{[^}]*?\"type\"\\s*:\\s*\"(\\w{1,20})\"");

    boolean isPoll() {
        return method.equals("GET") && path.endsWith("/mind/questions");
    }

    boolean isAnswer() {
        return method.equals("POST") && path.endsWith("/mind/answers");
    }

    /// When the mind had its answer.
    long endMillis() {
        return atMillis + tookMillis;
    }

    /// The number of the question that the city asks.
    OptionalLong asked() {
        return number(answer);
    }

    /// The number of the question that the mind answers; empty when it names none.
    OptionalLong answered() {
        return number(request);
    }

    /// What the mind wanted done; `it` when that cannot be read.
    String action() {
        return find(ACTION, request).orElse("it");
    }

    /// Why the rules refused it, such as `too_late`; empty when they did not.
    String refusal() {
        return find(REFUSAL, answer).orElse("");
    }

    String detail() {
        return find(DETAIL, answer).map(it -> it.replace("\\\"", "\"")).orElse("");
    }

    private static OptionalLong number(String text) {
        return find(QUESTION, text)
                .map(it -> OptionalLong.of(Long.parseLong(it)))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<String> find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
