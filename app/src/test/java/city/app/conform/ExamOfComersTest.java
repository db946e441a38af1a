package city.app.conform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExamOfComersTest {
    private long now = 1_000;
    private final Exam exam = new Exam(() -> now);

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
    void whoIsSentAwayHasNotLooked() {
        exam.looks();
        exam.sentAway();

        assertThat(exam.hasLooked()).isFalse();
    }

    private void cutAndMend() {
        exam.cut();
        now += 2_000;
        exam.mended();
        now += 1_000;
    }
}
