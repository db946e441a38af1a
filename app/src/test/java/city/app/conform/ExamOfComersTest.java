package city.app.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What was open before a mind came, or came back, is not held against it for being old.
class ExamOfComersTest {
    private long now = 1_000;
    private final Exam exam = new Exam(() -> now);

    @Test
    void whatAMindHearsFirstMayHaveBeenOpenForLong() {
        exam.listens();
        exam.asked(7);
        answerTooLate(7);
        askAndAnswer(8);

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void whatItHearsFirstAfterTheCutMayHaveBeenOpenForLong() {
        askAndAnswer(1);
        cutAndMend();
        poll(OptionalLong.of(2));
        answerTooLate(2);
        askAndAnswer(3);

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void aSessionThatWasKeptTellsAllThatWasAskedMeanwhileAtOnce() {
        askAndAnswer(1);
        cutAndMend();
        exam.listens();
        now += 900;
        exam.asked(2);
        now += 20;
        exam.asked(3);
        answerTooLate(3);
        askAndAnswer(4);

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void whoIsAlwaysLateIsToldOfAllButWhatItHeardFirst() {
        for (int question = 1; question <= 3; question++) {
            exam.asked(question);
            answerTooLate(question);
        }

        assertThat(exam.verdict().lines())
                .contains(
                        "wrong  late       question 2 is answered after 700 ms, when its turn was over",
                        "wrong  late       question 3 is answered after 700 ms, when its turn was over")
                .noneMatch(it -> it.contains("question 1"));
    }

    @Test
    void whatIsAskedAfterAPollThatHeardOfNothingIsNotOld() {
        poll(OptionalLong.empty());
        now += 20_000;
        poll(OptionalLong.of(1));
        answerTooLate(1);

        assertThat(exam.verdict().lines())
                .contains("wrong  late       question 1 is answered after 700 ms, when its turn was over");
    }

    @Test
    void whatWasHeardOfBeforeTheCutIsHeardFirstAfterIt() {
        exam.asked(1);
        cutAndMend();
        exam.asked(1);
        now += 700;
        exam.asked(2);
        answerTooLate(2);

        assertThat(exam.verdict().lines())
                .contains("wrong  late       question 2 is answered after 700 ms, when its turn was over");
    }

    @Test
    void whoHasAnsweredNothingInTimeHasShownNothing() {
        exam.listens();
        exam.asked(1);
        answerTooLate(1);

        assertThat(exam.verdict().lines())
                .contains("wrong  silent     it answered nothing in time, so nothing can be said: give it more time");
    }

    @Test
    void whatIsOldIsAnsweredOnceAllTheSame() {
        askAndAnswer(1);
        answerTooLate(1);

        assertThat(exam.verdict().lines())
                .contains("wrong  twice      question 1 is answered again, after it was settled");
    }

    @Test
    void whoWaitsForAQuestionHasLookedAndComeBack() {
        exam.looks();
        boolean hasLooked = exam.hasLooked();
        cutAndMend();
        exam.looks();

        assertThat(hasLooked).isTrue();
        assertThat(exam.hasComeBack()).isTrue();
        assertThat(exam.verdict().lines())
                .anyMatch(it -> it.startsWith("wrong  silent     it was asked nothing"))
                .noneMatch(it -> it.contains("gone"));
    }

    @Test
    void whoIsSentAwayHasNeitherLookedNorComeBack() {
        exam.looks();
        exam.sentAway();
        cutAndMend();
        exam.looks();
        exam.sentAway();

        assertThat(exam.hasLooked()).isFalse();
        assertThat(exam.hasComeBack()).isFalse();
    }

    private void cutAndMend() {
        exam.cut();
        now += 2_000;
        exam.mended();
        now += 1_000;
    }

    private void poll(OptionalLong question) {
        exam.looks();
        exam.told(question);
    }

    private void askAndAnswer(long question) {
        now += 700;
        exam.asked(question);
        exam.answered(new Answer(OptionalLong.of(question), "rest"));
        exam.settled(new Outcome(OptionalLong.of(question), 200, "", ""));
    }

    private void answerTooLate(long question) {
        now += 700;
        exam.answered(new Answer(OptionalLong.of(question), "rest"));
        exam.settled(new Outcome(OptionalLong.of(question), 409, "too_late", "question " + question));
    }
}
