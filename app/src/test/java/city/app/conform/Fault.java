package city.app.conform;

import java.io.IOException;
import java.util.UUID;

/// What a mind may do wrong, one thing at a time.
enum Fault {
    NONE((wire, question) -> wire.answer(rest(question))),
    MALFORMED_ACTION((wire, question) -> {
        wire.answer(words(question, "{\"type\": \"fly\"}"));
        wire.answer(rest(question));
    }),
    ANOTHER_QUESTION((wire, question) -> {
        wire.answer(rest(question + 1_000_000));
        wire.answer(rest(question));
    }),
    INVENTED_PLACE((wire, question) ->
            wire.answer(words(question, "{\"type\": \"move\", \"to\": \"%s\"}".formatted(new UUID(question, 7))))),
    AGAIN((wire, question) -> {
        wire.answer(rest(question));
        wire.answer(rest(question));
    }),
    SLOW((wire, question) -> {
        // What it hears first is forgiven, and after a late answer the resident may not be asked again for long.
        if (question > 2) {
            Thread.sleep(800);
        }
        wire.answer(rest(question));
    }),
    SPEECHLESS_NOW_AND_THEN((wire, question) -> {
        if (question % 4 == 0) {
            wire.answer(rest(question));
        }
    }),
    BLIND((wire, question) -> wire.answer(words(question, "{\"type\": \"use\", \"good\": \"moonshine\"}"))),
    RESTLESS((wire, question) -> {
        wire.answer(rest(question));
        for (int again = 0; again < 40; again++) {
            wire.look();
        }
    }),
    UNRULY((wire, question) -> {
        wire.answer(rest(question));
        Thread.sleep(300);
        wire.misbehave();
    }),
    WITHOUT_ITS_TOKEN((wire, question) -> wire.answer(rest(question))),
    GONE_AFTER_A_CUT((wire, question) -> wire.answer(rest(question)));

    private final Habit habit;

    Fault(Habit habit) {
        this.habit = habit;
    }

    @FunctionalInterface
    private interface Habit {
        void answer(Wire wire, long question) throws IOException, InterruptedException;
    }

    void answer(Wire wire, long question) throws IOException, InterruptedException {
        habit.answer(wire, question);
    }

    /// In ticks, of which the city has two a second.
    int patience() {
        return switch (this) {
            case SLOW -> 1;
            case SPEECHLESS_NOW_AND_THEN -> 2;
            default -> 40;
        };
    }

    private static String rest(long question) {
        return words(question, "{\"type\": \"rest\", \"minutes\": 5}");
    }

    private static String words(long question, String action) {
        return "{\"question\": %d, \"action\": %s}".formatted(question, action);
    }
}
