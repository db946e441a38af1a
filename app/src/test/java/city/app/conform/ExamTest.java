package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExamTest {
    private long now = 1_000;
    private final Exam exam = new Exam(() -> now);

    @Test
    void aMindThatAnswersEachQuestionOnceIsFine() {
        for (int question = 1; question <= 20; question++) {
            ask(question);
            answer(question, 200, "{\"outcome\":\"done\"}");
        }
        ask(21);

        var report = exam.verdict();

        assertThat(report.isFine()).isTrue();
        assertThat(report.lines())
                .containsExactly(
                        "21 questions, 20 answers done, 0 refused by the rules", "the mind does what it should");
    }

    @Test
    void whoIsTooLateIsToldByHowMuch() {
        ask(1);
        answer(1, 200, "{}");
        ask(2);
        now += 1_500;
        answer(2, 409, refusal("too_late", "question 2"));
        ask(3);
        ask(4);

        assertThat(exam.verdict().lines())
                .contains(
                        "wrong  late       question 2 is answered after 1500 ms, when its turn was over",
                        "wrong  late       question 3 is not answered at all",
                        "the mind must be mended");
    }

    @Test
    void whatCannotBeReadIsToldAsTheCityTellsIt() {
        ask(1);
        answer(1, 422, "{\"detail\":\"action.minutes must be given\"}");
        ask(2);
        answer(2, 415, "{\"detail\":\"the body must be JSON\"}");
        settle("so what", 400, "{\"detail\":\"the body is not JSON\"}");

        assertThat(exam.verdict().lines())
                .contains(
                        "wrong  malformed  question 1: action.minutes must be given",
                        "wrong  malformed  question 2: the body must be JSON",
                        "wrong  malformed  an answer names no question: the body is not JSON");
    }

    @Test
    void anAnswerThatWasMendedIsNoSecondOne() {
        ask(1);
        answer(1, 422, "{\"detail\":\"action.minutes must be given\"}");
        answer(1, 200, "{}");

        assertThat(exam.verdict().lines()).noneMatch(it -> it.contains("twice"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        ask(1);
        answer(1, 409, refusal("no_such_place", "no place has the id \\\"x\\\""));
        answer(99, 409, refusal("too_late", "question 99"));

        assertThat(exam.verdict().lines())
                .contains(
                        "wrong  unknown    question 1: move names what is not there (no_such_place): no place has the id \"x\"",
                        "wrong  unknown    question 99 is answered, and it was never asked");
    }

    @Test
    void whoAnswersTwiceIsTold() {
        ask(1);
        answer(1, 200, "{}");
        answer(1, 409, refusal("too_late", "question 1"));

        assertThat(exam.verdict().lines())
                .contains("wrong  twice      question 1 is answered again, after it was settled");
    }

    @Test
    void aRefusalNowAndThenIsNoted() {
        for (int question = 1; question <= 10; question++) {
            ask(question);
            answer(question, question == 5 ? 409 : 200, question == 5 ? refusal("place_closed", "the Mill") : "{}");
        }

        var report = exam.verdict();

        assertThat(report.isFine()).isTrue();
        assertThat(report.lines())
                .contains("note              question 5: the rules refuse move (place_closed): the Mill");
    }

    @Test
    void whoIsRefusedAllTheTimeDoesNotLook() {
        for (int question = 1; question <= 10; question++) {
            ask(question);
            answer(question, 409, refusal("place_closed", "the Mill"));
        }

        assertThat(exam.verdict().lines())
                .contains("wrong  refused    the rules refuse 10 of 10 answers: it does not look at what it sees");
    }

    @Test
    void whoDoesNotComeBackIsGone() {
        ask(1);
        answer(1, 200, "{}");
        now += 5_000;
        exam.cut();
        now += 2_000;
        exam.mended();

        assertThat(exam.hasComeBack()).isFalse();
        assertThat(exam.verdict().lines())
                .contains("wrong  gone       it did not come back after the connection was cut");
    }

    @Test
    void whatTheCutSpoiltIsForgiven() {
        ask(1);
        now += 500;
        exam.cut();
        now += 2_000;
        exam.mended();
        answer(1, 409, refusal("too_late", "question 1"));
        answer(1, 409, refusal("too_late", "question 1"));
        ask(2);
        answer(2, 200, "{}");

        assertThat(exam.hasComeBack()).isTrue();
        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void aMindThatThinksSlowlyIsNotBlamedForTheCutEither() {
        ask(1);
        answer(1, 200, "{}");
        ask(2);
        now += 20_000;
        exam.cut();
        now += 2_000;
        exam.mended();
        answer(2, 409, refusal("too_late", "question 2"));
        ask(3);

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void whatWasNotAnsweredLongBeforeTheCutIsNotForgiven() {
        ask(1);
        answer(1, 200, "{}");
        ask(2);
        ask(3);
        now += 100;
        exam.cut();
        now += 2_000;
        exam.mended();
        ask(4);

        assertThat(exam.verdict().lines())
                .contains("wrong  late       question 2 is not answered at all")
                .noneMatch(it -> it.contains("question 3"));
    }

    @Test
    void whoNeverAsksOrHasNoTokenIsTold() {
        exam.notAdmitted("/ws/agents/7", "show the token");

        assertThat(exam.verdict().lines())
                .contains("wrong  token      /ws/agents/7 is refused: show the token")
                .anyMatch(it -> it.startsWith("wrong  silent     it asked for no question, neither by GET "));
    }

    @Test
    void whoAsksAllTheTimeIsHasty() {
        for (int poll = 0; poll < 1_000; poll++) {
            exam.looks();
            exam.told(OptionalLong.empty());
            now += 1;
        }
        ask(1);

        assertThat(exam.verdict().lines()).anyMatch(it -> it.startsWith("wrong  hasty      it calls in vain "));
    }

    @Test
    void whoKnocksAllTheTimeAtACutLineIsHasty() {
        ask(1);
        exam.cut();
        for (int knock = 0; knock < 100; knock++) {
            now += 20;
            exam.knocked();
        }
        exam.mended();
        ask(2);

        assertThat(exam.verdict().lines()).anyMatch(it -> it.startsWith("wrong  hasty      it calls in vain 33 times"));
    }

    @Test
    void whoIsAskedAllTheTimeIsNotHasty() {
        for (int question = 1; question <= 1_000; question++) {
            ask(question);
            answer(question, 200, "{}");
            now -= 299;
        }

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void ofEachKindOnlySomeAreTold() {
        for (int question = 1; question <= 12; question++) {
            ask(question);
            answer(question, 422, "{\"detail\":\"no\"}");
        }

        assertThat(exam.verdict().lines()).hasSize(8).contains("wrong  malformed  and 7 more");
    }

    private void ask(long question) {
        now += 300;
        exam.looks();
        exam.told(OptionalLong.of(question));
    }

    private void answer(long question, int status, String outcome) {
        settle(
                "{\"question\": %d, \"action\": {\"type\": \"move\", \"to\": \"x\"}}".formatted(question),
                status,
                outcome);
    }

    private void settle(String words, int status, String outcome) {
        var answer = Answer.of(read(words));
        exam.answered(answer);
        exam.settled(Outcome.of(answer.question(), status, read(outcome)));
    }

    private static JsonNode read(String text) {
        return Words.read(text.getBytes(UTF_8));
    }

    private static String refusal(String reason, String detail) {
        return "{\"detail\":\"%s\",\"refusal\":\"%s\"}".formatted(detail, reason);
    }
}
