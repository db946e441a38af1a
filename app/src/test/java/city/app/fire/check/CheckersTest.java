package city.app.fire.check;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.fire.check.MoneyCheck.Balance;
import city.app.fire.crowd.Order;
import city.app.fire.process.Caller.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A checker that finds nothing may look at nothing: each is shown what is right and what is wrong.
class CheckersTest {
    private static final String MOVED = "economy.money-transferred.v1";
    private static final String ACTED = "agents.acted.v1";
    private static final Said DONE = new Said(201, "{\"id\":\"1\"}");
    private static final Said POOR = new Said(409, "{}");

    /// Money moves at 1, 3, 4 and 6; the others are telemetry.
    private final List<Logged> log = List.of(
            transfer(1, 0, "ann"),
            event(2, ACTED, 0, "ann"),
            transfer(3, 1, "bob"),
            transfer(4, 3, "ann"),
            event(5, ACTED, 0, "bob"),
            transfer(6, 4, "ann"));

    @Test
    void aLogWithoutFaultHasNoBreach() {
        assertThat(LogCheck.breaches(log)).isEmpty();
    }

    @Test
    void aHoleInTheLogIsFound() {
        assertThat(LogCheck.breaches(without(log, 2))).containsExactly("log: sequence 2 is missing");
        assertThat(LogCheck.breaches(without(log, 3))).hasSize(2).first().isEqualTo("log: sequence 3 is missing");
    }

    @Test
    void aDoubleABrokenChainAndATickThatGoesBackAreFound() {
        assertThat(LogCheck.breaches(with(log, 5, new Logged(5, log.get(1).id(), 5, ACTED, "agents", "bob", 0, 0))))
                .containsExactly("log: event 5 repeats the id id-2");
        assertThat(LogCheck.breaches(with(log, 6, transfer(6, 3, "ann"))))
                .containsExactly("log: event 6 names 3 as the one before it under economy, which is 4");
        assertThat(LogCheck.breaches(with(log, 5, new Logged(5, "id-5", 3, ACTED, "agents", "bob", 0, 0))))
                .containsExactly("log: event 5 is of tick 3, after tick 4");
    }

    @Test
    void aSubscriberThatHeardAllSomeTwiceIsFine() {
        var check = new SubscriberCheck(0, (_, _, _) -> List.of());

        check.hear(List.of(log.get(0), log.get(2), log.get(0), log.get(2), log.get(3), log.get(5)));

        assertThat(check.compare(log, 6)).isEmpty();
        assertThat(check.duplicates()).isEqualTo(2);
    }

    @Test
    void aGapIsFilledFromTheLogAndStaysOneWhereTheLogDoesNotFillIt() {
        var filled = new SubscriberCheck(
                0,
                (_, after, until) -> log.stream()
                        .filter(it -> it.sequence() > after && it.sequence() <= until)
                        .toList());
        var empty = new SubscriberCheck(0, (_, _, _) -> List.of());
        var heard = List.of(log.get(0), log.get(5));

        filled.hear(heard);
        empty.hear(heard);

        assertThat(filled.compare(log, 6)).isEmpty();
        assertThat(filled.gaps()).isEqualTo(1);
        assertThat(empty.compare(log, 6))
                .containsExactly(
                        "subscriber: event 3 (%s) was never heard".formatted(MOVED),
                        "subscriber: event 4 (%s) was never heard".formatted(MOVED));
    }

    @Test
    void anEventThatNeverHappenedIsFound() {
        var check = new SubscriberCheck(0, (_, _, _) -> List.of());
        var invented = new Logged(6, "id-6", 6, MOVED, "economy", "ann", 4, Logged.contentOf("{\"amount\":\"2.00\"}"));

        check.hear(List.of(log.get(0), log.get(2), log.get(3), invented, log.get(5)));

        assertThat(check.compare(log, 6))
                .contains(
                        "subscriber: sequence 6 was two events: %s and %s".formatted(invented, log.get(5)),
                        "subscriber: event 6 was heard as %s and is recorded as %s".formatted(invented, log.get(5)));
    }

    @Test
    void eventsOfASubjectOutOfOrderAreFound() {
        var check = new SubscriberCheck(0, (_, _, _) -> List.of());

        check.hear(List.of(log.get(0), log.get(2), log.get(5), log.get(3)));

        assertThat(check.compare(log, 6)).containsExactly("subscriber: of subject ann, event 4 came after 6");
    }

    @Test
    void aStreamMustBeTheLog() {
        assertThat(StreamCheck.breaches(log.subList(2, 6), log, 2, 6)).isEmpty();
        assertThat(StreamCheck.breaches(log.subList(2, 5), log, 2, 6))
                .containsExactly("stream: it ended at event 5 of 6");
        assertThat(StreamCheck.breaches(without(log, 4), log, 0, 6))
                .containsExactly("stream: event 5 came where 4 was next");
        var twice = new ArrayList<>(log);
        twice.add(3, log.get(2));
        assertThat(StreamCheck.breaches(twice, log, 0, 6)).containsExactly("stream: event 3 came where 4 was next");
        var invented = new Logged(4, "id-4", 4, MOVED, "economy", "ann", 3, 7);
        assertThat(StreamCheck.breaches(with(log, 4, invented), log, 0, 6))
                .containsExactly("stream: event 4 was heard as %s, which is not in the log".formatted(invented));
    }

    @Test
    void anAnswerThatIsLostDoubledOrContradictedIsFound() {
        var orders =
                List.of(order("a", Optional.of(DONE)), order("b", Optional.of(POOR)), order("c", Optional.empty()));
        var again = Map.of("a", DONE, "b", POOR);

        assertThat(AnswerCheck.breaches(orders, again, Map.of("a", 1L))).isEmpty();
        assertThat(AnswerCheck.breaches(orders, again, Map.of("a", 1L, "c", 1L)))
                .isEmpty();
        assertThat(AnswerCheck.breaches(orders, again, Map.of()))
                .containsExactly("answers: a was acknowledged and is lost");
        assertThat(AnswerCheck.breaches(orders, again, Map.of("a", 2L))).containsExactly("answers: a was done 2 times");
        assertThat(AnswerCheck.breaches(orders, again, Map.of("a", 1L, "c", 2L)))
                .containsExactly("answers: c was done 2 times");
        assertThat(AnswerCheck.breaches(orders, again, Map.of("a", 1L, "b", 1L)))
                .containsExactly("answers: b was refused and is done");
        assertThat(AnswerCheck.breaches(orders, Map.of("a", POOR, "b", POOR), Map.of("a", 1L)))
                .singleElement()
                .asString()
                .startsWith("answers: a was answered");
    }

    @Test
    void moneyThatIsMadeOrOwedIsFound() {
        var fine = List.of(new Balance(0, -1000), new Balance(2, -5), new Balance(3, 1005));

        assertThat(MoneyCheck.breaches(fine)).isEmpty();
        assertThat(MoneyCheck.breaches(List.of(new Balance(0, -1000), new Balance(3, 1001))))
                .containsExactly("money: all accounts sum to 1");
        assertThat(MoneyCheck.breaches(List.of(new Balance(0, 1), new Balance(3, -1))))
                .containsExactly("money: a resident has -1");
        assertThat(MoneyCheck.breaches(List.of())).containsExactly("money: there are no accounts");
    }

    @Test
    void aTickThatGoesBackIsFound() {
        var check = new TickCheck("a visitor");

        List.of(1L, 1L, 5L).forEach(check::saw);
        assertThat(check.breaches()).isEmpty();
        check.saw(4);

        assertThat(check.breaches()).containsExactly("tick: a visitor saw 4 after 5");
    }

    private static Logged transfer(long sequence, long previous, String subject) {
        return event(sequence, MOVED, previous, subject);
    }

    private static Logged event(long sequence, String type, long previous, String subject) {
        return new Logged(sequence, "id-" + sequence, sequence, type, type.split("\\.", 2)[0], subject, previous, 0);
    }

    private static Order order(String key, Optional<Said> answer) {
        return new Order(key, "{}", 1, answer);
    }

    private static List<Logged> without(List<Logged> log, long sequence) {
        return log.stream().filter(it -> it.sequence() != sequence).toList();
    }

    private static List<Logged> with(List<Logged> log, long sequence, Logged other) {
        var changed = new ArrayList<>(log);
        Collections.replaceAll(changed, log.get((int) sequence - 1), other);
        return changed;
    }
}
