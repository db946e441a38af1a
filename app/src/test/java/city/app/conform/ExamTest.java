package city.app.conform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExamTest {
    private static final String MIND = "/api/v1/agents/7/mind";

    private final Exam exam = new Exam();
    private long now = 1_000;

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
        now += 1_500;
        answer(1, 409, refusal("too_late", "question 1"));
        ask(2);
        ask(3);

        assertThat(exam.verdict().lines())
                .contains(
                        "wrong  late       question 1 is answered after 1500 ms, when its turn was over",
                        "wrong  late       question 2 is not answered at all",
                        "the mind must be mended");
    }

    @Test
    void whatCannotBeReadIsToldAsTheCityTellsIt() {
        ask(1);
        answer(1, 422, "{\"detail\":\"action.minutes must be given\"}");
        seen("POST", "/answers", "so what", 400, "{\"detail\":\"the body is not JSON\"}");

        assertThat(exam.verdict().lines())
                .contains(
                        "wrong  malformed  question 1: action.minutes must be given",
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
        exam.cut(now += 5_000);
        exam.mended(now += 2_000);

        assertThat(exam.hasComeBack()).isFalse();
        assertThat(exam.verdict().lines())
                .contains("wrong  gone       it did not come back after the connection was cut");
    }

    @Test
    void whatTheCutSpoiltIsForgiven() {
        ask(1);
        exam.cut(now += 500);
        exam.mended(now += 2_000);
        answer(1, 409, refusal("too_late", "question 1"));
        answer(1, 409, refusal("too_late", "question 1"));
        ask(2);

        assertThat(exam.hasComeBack()).isTrue();
        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void aMindThatThinksSlowlyIsNotBlamedForTheCutEither() {
        ask(1);
        answer(1, 200, "{}");
        ask(2);
        exam.cut(now += 20_000);
        exam.mended(now += 2_000);
        answer(2, 409, refusal("too_late", "question 2"));
        ask(3);

        assertThat(exam.verdict().isFine()).isTrue();
    }

    @Test
    void whatWasNotAnsweredLongBeforeTheCutIsNotForgiven() {
        ask(1);
        ask(2);
        exam.cut(now += 100);
        exam.mended(now += 2_000);
        ask(3);

        assertThat(exam.verdict().lines())
                .contains("wrong  late       question 1 is not answered at all")
                .noneMatch(it -> it.contains("question 2"));
    }

    @Test
    void whoNeverAsksOrHasNoTokenIsTold() {
        seen("POST", "/answers", "{}", 401, "{\"detail\":\"show the token\"}");

        assertThat(exam.verdict().lines())
                .contains(
                        "wrong  token      " + MIND + "/answers is refused: show the token",
                        "wrong  silent     it asked for no question: GET …/mind/questions never came");
    }

    @Test
    void whoAsksAllTheTimeIsHasty() {
        for (int poll = 0; poll < 1_000; poll++) {
            seen("GET", "/questions", "", 200, "{\"items\":[],\"next\":null}");
            now += 1;
        }
        ask(1);

        assertThat(exam.verdict().lines()).anyMatch(it -> it.startsWith("wrong  hasty      it asks in vain "));
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
        seen(
                "GET",
                "/questions",
                "",
                200,
                "{\"items\":[{\"id\":\"7\",\"question\":%d,\"occasion\":\"morning\"}]}".formatted(question));
    }

    private void answer(long question, int status, String answer) {
        seen(
                "POST",
                "/answers",
                "{\"question\": %d, \"action\": {\"type\": \"move\", \"to\": \"x\"}}".formatted(question),
                status,
                answer);
    }

    private void seen(String method, String path, String request, int status, String answer) {
        exam.seen(new Exchange(method, MIND + path, request, status, answer, now, 0));
    }

    private static String refusal(String reason, String detail) {
        return "{\"detail\":\"%s\",\"refusal\":\"%s\"}".formatted(detail, reason);
    }
}
