package city.app.conform;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Judges a mind by what passes between it and the city. What the examiner's own cut may have spoilt is not
/// held against it. Thread-safe.
final class Exam {
    /// The city changes between the question and the answer, so a good mind is refused now and then; one answer in five
    /// tells of a mind that does not look.
    static final int MOST_REFUSED_PERCENT = 20;

    /// With `wait` the city answers when there is something new, so hardly any poll is in vain.
    static final int MOST_IDLE_POLLS_A_SECOND = 5;

    private static final long NEVER = Long.MAX_VALUE;

    private final Report report = new Report();
    private final Map<Long, Long> askedAt = new TreeMap<>();
    private final Set<Long> settled = new HashSet<>();
    private final Set<Long> tried = new HashSet<>();

    /// Open at the cut, or asked until the line was mended.
    private final Set<Long> spoilt = new HashSet<>();

    private int polls;
    private int idlePolls;
    private long firstPoll;
    private long lastPoll;
    private int done;
    private int refused;
    private long cutAt = NEVER;
    private long mendedAt = NEVER;
    private boolean cameBack;

    synchronized void seen(Exchange exchange) {
        if (exchange.status() == 401 || exchange.status() == 403) {
            report.wrong("token", "%s is refused: %s".formatted(exchange.path(), exchange.detail()));
        } else if (exchange.isPoll()) {
            poll(exchange);
        } else if (exchange.isAnswer()) {
            answer(exchange);
        }
    }

    synchronized void cut(long atMillis) {
        cutAt = atMillis;
        if (!settled.contains(newest())) {
            spoilt.add(newest());
        }
    }

    synchronized void mended(long atMillis) {
        mendedAt = atMillis;
    }

    synchronized boolean hasAnswered() {
        return !tried.isEmpty();
    }

    synchronized boolean hasComeBack() {
        return cameBack;
    }

    /// The verdict, once.
    synchronized Report verdict() {
        if (polls == 0) {
            report.wrong("silent", "it asked for no question: GET …/mind/questions never came");
        } else if (askedAt.isEmpty()) {
            report.wrong("silent", "it was asked nothing, so nothing can be said: give it more time, or threshold 0");
        }
        findUnanswered();
        judgeHaste();
        if (refused * 100 > (done + refused) * MOST_REFUSED_PERCENT) {
            report.wrong(
                    "refused",
                    "the rules refuse %d of %d answers: it does not look at what it sees"
                            .formatted(refused, done + refused));
        }
        if (mendedAt != NEVER && !cameBack) {
            report.wrong("gone", "it did not come back after the connection was cut");
        }
        report.summarise(askedAt.size(), done, refused);
        return report;
    }

    private void judgeHaste() {
        long seconds = 1 + (lastPoll - firstPoll) / 1_000;
        if (idlePolls > MOST_IDLE_POLLS_A_SECOND * seconds) {
            report.wrong(
                    "hasty",
                    "it asks in vain %d times a second: let the city wait by ?wait=20".formatted(idlePolls / seconds));
        }
    }

    private void poll(Exchange exchange) {
        polls++;
        firstPoll = polls == 1 ? exchange.atMillis() : firstPoll;
        lastPoll = exchange.atMillis();
        cameBack |= exchange.atMillis() > mendedAt;
        var asked = exchange.asked();
        if (asked.isEmpty() || askedAt.putIfAbsent(asked.getAsLong(), exchange.endMillis()) != null) {
            idlePolls++;
        } else if (exchange.endMillis() >= cutAt && mendedAt == NEVER) {
            spoilt.add(asked.getAsLong());
        }
    }

    private void answer(Exchange exchange) {
        var answered = exchange.answered();
        if (answered.isEmpty()) {
            report.wrong("malformed", "an answer names no question: %s".formatted(exchange.detail()));
            return;
        }
        long question = answered.getAsLong();
        tried.add(question);
        if (exchange.status() == 400 || exchange.status() == 422) {
            report.wrong("malformed", "question %d: %s".formatted(question, exchange.detail()));
        } else if (settled.contains(question)) {
            if (!spoilt.contains(question)) {
                report.wrong("twice", "question %d is answered again, after it was settled".formatted(question));
            }
        } else if (!askedAt.containsKey(question)) {
            report.wrong("unknown", "question %d is answered, and it was never asked".formatted(question));
        } else {
            settle(question, exchange);
        }
    }

    private void settle(long question, Exchange exchange) {
        switch (exchange.status()) {
            case 200 -> {
                settled.add(question);
                done++;
            }
            case 409 -> {
                settled.add(question);
                refuse(question, exchange);
            }
            // The city could not take it now: the mind may try again.
            default -> report.note("question %d: the city answers %d".formatted(question, exchange.status()));
        }
    }

    private void refuse(long question, Exchange exchange) {
        var reason = exchange.refusal();
        if (reason.equals("too_late")) {
            if (!spoilt.contains(question)) {
                report.wrong(
                        "late",
                        "question %d is answered after %d ms, when its turn was over"
                                .formatted(question, exchange.atMillis() - askedAt.getOrDefault(question, 0L)));
            }
        } else if (reason.startsWith("no_such_")) {
            report.wrong(
                    "unknown",
                    "question %d: %s names what is not there (%s): %s"
                            .formatted(question, exchange.action(), reason, exchange.detail()));
        } else if (reason.isEmpty()) {
            report.wrong("refused", "question %d: %s".formatted(question, exchange.detail()));
        } else {
            refused++;
            report.note("question %d: the rules refuse %s (%s): %s"
                    .formatted(question, exchange.action(), reason, exchange.detail()));
        }
    }

    /// The newest may still be open.
    private void findUnanswered() {
        for (long question : askedAt.keySet()) {
            if (question < newest() && !tried.contains(question) && !spoilt.contains(question)) {
                report.wrong("late", "question %d is not answered at all".formatted(question));
            }
        }
    }

    private long newest() {
        return askedAt.keySet().stream().mapToLong(it -> it).max().orElse(0);
    }
}
