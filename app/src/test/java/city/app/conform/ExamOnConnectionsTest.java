package city.app.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Minds that are told what there is, and do not wait for what came of an answer.
class ExamOnConnectionsTest {
    private static final Answer REST = new Answer(OptionalLong.of(1), "rest");
    private static final Outcome DONE = new Outcome(OptionalLong.of(1), 200, "", "");

    private final Exam exam = new Exam(() -> 1_000);

    @BeforeEach
    void connect() {
        exam.listens();
    }

    @Test
    void whatIsAskedAgainOnAConnectionIsNoFault() {
        for (int again = 0; again < 100; again++) {
            exam.asked(1);
        }
        exam.answered(REST);
        exam.settled(DONE);

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void whoDoesNotHearWhatCameOfItsAnswersIsDeaf() {
        exam.asked(1);
        exam.answered(REST);

        assertThat(exam.verdict().lines())
                .anyMatch(it -> it.startsWith("wrong  deaf       it hears what came of none of 1 answers: "));
    }

    @Test
    void anOutcomeThatComesAgainIsNoSecondAnswer() {
        exam.asked(1);
        exam.answered(REST);
        exam.settled(DONE);
        exam.settled(DONE);

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void outcomesAreThoseOfTheAnswersInTheirOrder() {
        exam.asked(1);
        exam.answered(new Answer(OptionalLong.of(1), "fly"));
        exam.answered(new Answer(OptionalLong.of(1), "buy"));
        exam.settled(new Outcome(OptionalLong.of(1), 422, "", "no"));
        exam.settled(new Outcome(OptionalLong.of(1), 409, "place_closed", "the Mill"));

        assertThat(exam.verdict().lines())
                .contains("note              question 1: the rules refuse buy (place_closed): the Mill")
                .noneMatch(it -> it.contains("twice"));
    }

    @Test
    void whatIsSettledBeforeAnAnswerThatWasSentEarlierIsNotLate() {
        exam.asked(1);
        exam.answered(REST);
        exam.answered(REST);
        exam.settled(new Outcome(OptionalLong.of(1), 409, "too_late", "question 1"));
        exam.settled(DONE);

        assertThat(exam.verdict().lines())
                .containsExactly(
                        "1 questions, 1 answers done, 0 refused by the rules",
                        "wrong  twice      question 1 is answered again, after it was settled",
                        "the mind must be mended");
    }

    @Test
    void ofWhatWasUnderWayAtTheCutNothingIsExpected() {
        var invented = new Answer(OptionalLong.of(99), "rest");
        exam.cut();
        exam.answered(invented);
        exam.mended();
        exam.answered(invented);
        exam.settled(new Outcome(OptionalLong.of(99), 409, "too_late", "question 99"));

        assertThat(exam.verdict().lines())
                .contains("wrong  unknown    question 99 is answered, and it was never asked")
                .noneMatch(it -> it.contains("twice"));
    }

    @Test
    void whomTheCityThrowsOutIsToldWhy() {
        exam.asked(1);
        exam.answered(REST);
        exam.unreadable("type must be answer or token");
        exam.ended("1009 too long");

        assertThat(exam.verdict().lines())
                .contains(
                        "wrong  malformed  what it says cannot be read: type must be answer or token",
                        "wrong  ended      the city ends its connection: 1009 too long")
                .noneMatch(it -> it.contains("deaf"));
    }
}
