package city.app.conform;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/// Judges a mind by what passes between it and the city, by whichever wire. What the examiner's own cut may have spoilt
/// is not held against it. Thread-safe.
final class Exam {
    /// The city changes between the question and the answer, so a good mind is refused now and then; one answer in five
    /// tells of a mind that does not look.
    static final int MOST_REFUSED_PERCENT = 20;

    private static final String TOO_LATE = "too_late";
    private static final long NEVER = Long.MAX_VALUE;

    /// A session that MQTT kept tells in one go all that was asked meanwhile.
    private static final int IN_ONE_GO_MILLIS = 250;

    private final LongSupplier millis;
    private final Report report = new Report();
    private final Haste haste = new Haste();
    private final Map<Long, Long> askedAt = new TreeMap<>();
    private final Set<Long> settled = new HashSet<>();

    /// Whose outcomes are not known yet, by question, in their order.
    private final Map<Long, Queue<Sent>> underWay = new HashMap<>();

    private final Set<Long> tried = new HashSet<>();

    /// Open at the cut, or asked until the line was mended.
    private final Set<Long> spoilt = new HashSet<>();

    /// What the mind heard first, and first after the cut: nobody knows how long it had been open.
    private final Set<Long> old = new HashSet<>();

    private int looks;
    private int answers;
    private int outcomes;
    private int done;
    private int refused;
    private long cutAt = NEVER;
    private long mendedAt = NEVER;
    private long hearsSince = NEVER;
    private int looksSinceMended;
    private boolean thrownOut;

    private record Sent(String action, long atMillis) {}

    /// @param millis since the examination began
    Exam(LongSupplier millis) {
        this.millis = millis;
    }

    /// The mind asks for a question, and may have to wait for one.
    synchronized void looks() {
        looks++;
        looksSinceMended += millis.getAsLong() > mendedAt ? 1 : 0;
    }

    /// The city does not admit its look.
    synchronized void sentAway() {
        looks--;
        looksSinceMended -= looksSinceMended > 0 ? 1 : 0;
    }

    /// @param question that its look was answered with; empty for none
    synchronized void told(OptionalLong question) {
        hear();
        haste.called(millis.getAsLong(), question.isEmpty() || !isNew(question.getAsLong()));
    }

    /// The mind is there to be asked.
    synchronized void listens() {
        looks();
        haste.called(millis.getAsLong(), true);
    }

    /// The mind tries in vain: the line is cut, or the city cannot say.
    synchronized void knocked() {
        haste.called(millis.getAsLong(), true);
    }

    /// The city asks of its own accord; it may ask again.
    synchronized void asked(long question) {
        hear();
        isNew(question);
    }

    synchronized void answered(Answer answer) {
        answers++;
        answer.question().ifPresent(it -> {
            tried.add(it);
            underWay.computeIfAbsent(it, _ -> new ArrayDeque<>()).add(new Sent(answer.action(), millis.getAsLong()));
        });
    }

    /// One of which no answer is under way came before.
    synchronized void settled(Outcome outcome) {
        outcomes++;
        if (outcome.question().isEmpty()) {
            report.wrong("malformed", "an answer names no question: %s".formatted(outcome.detail()));
            return;
        }
        long question = outcome.question().getAsLong();
        var sent = underWay.computeIfAbsent(question, _ -> new ArrayDeque<>()).poll();
        if (sent != null) {
            judge(question, sent, outcome);
        }
    }

    /// What the mind says is no message at all.
    synchronized void unreadable(String why) {
        report.wrong("malformed", "what it says cannot be read: %s".formatted(why));
    }

    synchronized void notAdmitted(String what, String why) {
        report.wrong("token", "%s is refused: %s".formatted(what, why));
    }

    /// The city ends a connection that the mind would have kept.
    synchronized void ended(String why) {
        thrownOut = true;
        report.wrong("ended", "the city ends its connection: %s".formatted(why));
    }

    synchronized void note(String what) {
        report.note(what);
    }

    synchronized void cut() {
        cutAt = millis.getAsLong();
        if (!settled.contains(newest())) {
            spoilt.add(newest());
        }
        underWay.clear();
    }

    synchronized void mended() {
        mendedAt = millis.getAsLong();
        hearsSince = NEVER;
        underWay.clear();
    }

    synchronized boolean hasLooked() {
        return looks > 0;
    }

    synchronized boolean hasAnswered() {
        return !tried.isEmpty();
    }

    synchronized boolean hasComeBack() {
        return looksSinceMended > 0;
    }

    /// The verdict, once.
    synchronized Report verdict() {
        if (looks == 0) {
            report.wrong(
                    "silent",
                    "it asked for no question, neither by GET …/mind/questions nor by /ws/agents/{id}"
                            + " nor by a subscription to agents/{id}/observation");
        } else if (askedAt.isEmpty()) {
            report.wrong(
                    "silent",
                    "it was asked nothing, so nothing can be said: give it more time, threshold 0,"
                            + " or the kind external");
        }
        findUnanswered();
        haste.judge(report);
        if (answers > 0 && outcomes == 0 && !thrownOut) {
            report.wrong(
                    "deaf",
                    "it hears what came of none of %d answers: subscribe to agents/{id}/outcome, or name a response topic"
                            .formatted(answers));
        }
        if (refused * 100 > (done + refused) * MOST_REFUSED_PERCENT) {
            report.wrong(
                    "refused",
                    "the rules refuse %d of %d answers: it does not look at what it sees"
                            .formatted(refused, done + refused));
        }
        if (mendedAt != NEVER && looksSinceMended == 0) {
            report.wrong("gone", "it did not come back after the connection was cut");
        }
        if (report.isFine() && done + refused == 0) {
            report.wrong("silent", "it answered nothing in time, so nothing can be said: give it more time");
        }
        report.summarise(askedAt.size(), done, refused);
        return report;
    }

    private void hear() {
        hearsSince = Math.min(hearsSince, millis.getAsLong());
    }

    private boolean isNew(long question) {
        long now = millis.getAsLong();
        if (askedAt.putIfAbsent(question, now) != null) {
            return false;
        }
        if (now >= cutAt && mendedAt == NEVER) {
            spoilt.add(question);
        }
        if (now <= hearsSince + IN_ONE_GO_MILLIS) {
            old.add(question);
        }
        return true;
    }

    /// Not through the mind's fault.
    private boolean mayBeLate(long question) {
        return spoilt.contains(question) || old.contains(question);
    }

    private void judge(long question, Sent sent, Outcome outcome) {
        if (isMalformed(outcome.status())) {
            report.wrong("malformed", "question %d: %s".formatted(question, outcome.detail()));
        } else if (settled.contains(question) || overtakes(question, outcome)) {
            if (!spoilt.contains(question)) {
                report.wrong("twice", "question %d is answered again, after it was settled".formatted(question));
            }
        } else if (!askedAt.containsKey(question)) {
            report.wrong("unknown", "question %d is answered, and it was never asked".formatted(question));
        } else {
            settle(question, sent, outcome);
        }
    }

    /// Of what a client does wrong, all but what the rules refuse, and too many requests.
    private static boolean isMalformed(int status) {
        return status >= 400 && status < 500 && status != 409 && status != 429;
    }

    /// Over MQTT the outcomes of answers that are under way together come in any order.
    private boolean overtakes(long question, Outcome outcome) {
        return outcome.refusal().equals(TOO_LATE)
                && !underWay.getOrDefault(question, new ArrayDeque<>()).isEmpty();
    }

    private void settle(long question, Sent sent, Outcome outcome) {
        switch (outcome.status()) {
            case 200 -> {
                settled.add(question);
                done++;
            }
            case 409 -> {
                settled.add(question);
                refuse(question, sent, outcome);
            }
            // The city could not take it now: the mind may try again.
            default -> report.note("question %d: the city answers %d".formatted(question, outcome.status()));
        }
    }

    private void refuse(long question, Sent sent, Outcome outcome) {
        var reason = outcome.refusal();
        if (reason.equals(TOO_LATE)) {
            if (!mayBeLate(question)) {
                report.wrong(
                        "late",
                        "question %d is answered after %d ms, when its turn was over"
                                .formatted(question, sent.atMillis() - askedAt.getOrDefault(question, 0L)));
            }
        } else if (reason.startsWith("no_such_")) {
            report.wrong(
                    "unknown",
                    "question %d: %s names what is not there (%s): %s"
                            .formatted(question, sent.action(), reason, outcome.detail()));
        } else if (reason.isEmpty()) {
            report.wrong("refused", "question %d: %s".formatted(question, outcome.detail()));
        } else {
            refused++;
            report.note("question %d: the rules refuse %s (%s): %s"
                    .formatted(question, sent.action(), reason, outcome.detail()));
        }
    }

    /// The newest may still be open.
    private void findUnanswered() {
        for (long question : askedAt.keySet()) {
            if (question < newest() && !tried.contains(question) && !mayBeLate(question)) {
                report.wrong("late", "question %d is not answered at all".formatted(question));
            }
        }
    }

    private long newest() {
        return askedAt.keySet().stream().mapToLong(it -> it).max().orElse(0);
    }
}
