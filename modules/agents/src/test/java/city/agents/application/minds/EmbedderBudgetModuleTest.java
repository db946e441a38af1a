package city.agents.application.minds;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.MindReport.Used;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget.Permit;
import city.agents.spi.SpendBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbedderBudgetModuleTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final ModelUsage MOST = ModelUsage.ofCall(60, 0, 60);
    private static final Allowance HUNDRED = new Allowance(Limit.NONE, Limit.ofTokens(100));

    private final List<ModelReply> heard = new ArrayList<>();
    private final Remembered book = new Remembered();
    private Instant now = NOON;

    @Test
    void whatWasSpentTodayCountsAfterARestart() {
        settle(open(HUNDRED), ModelUsage.ofCall(30, 0, 30));
        now = NOON.plusSeconds(3_600);

        var next = open(HUNDRED);

        assertThat(next.report("test").today()).isEqualTo(new Used(1, 30, 30));
        assertThat(next.report("test").left()).isEqualTo(Limit.ofTokens(70));
        assertThat(next.report("test").perDay()).isEqualTo(Limit.ofTokens(100));
    }

    @Test
    void whatWasUnderWayWhenAProcessWasKilledIsSpentInFull() {
        assertThat(open(HUNDRED).reserve("embedder", MOST)).isInstanceOf(Permit.Granted.class);

        var next = open(HUNDRED);

        assertThat(next.report("test").today()).isEqualTo(new Used(1, 60, 60));
        assertThat(next.reserve("embedder", MOST))
                .isEqualTo(new Permit.Declined(
                        "provider embedder may use 100 tokens a day, and has no room until 2026-11-02T00:00:00Z",
                        Optional.of(Duration.ofHours(12))));
    }

    @Test
    void theNextDayHasAWholeBudgetAlsoAfterARestart() {
        settle(open(HUNDRED), MOST);
        now = NOON.plus(Duration.ofDays(1));

        assertThat(open(HUNDRED).report("test").today()).isEqualTo(new Used(0, 0, 0));
        assertThat(open(HUNDRED).reserve("embedder", MOST)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void aClockThatWasAheadHoldsNoMinuteForLongerThanAMinute() {
        var minute = new Allowance(Limit.ofTokens(100), Limit.NONE);
        now = NOON.plus(Duration.ofHours(2));
        settle(open(minute), MOST);
        now = NOON;
        var next = open(minute);
        assertThat(next.reserve("embedder", MOST)).isInstanceOf(Permit.Declined.class);

        now = NOON.plus(Duration.ofMinutes(1));

        assertThat(next.reserve("embedder", MOST)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void whatCannotBeWrittenDownIsNotSpent() {
        var budget = open(HUNDRED);
        book.isFull = true;

        assertThat(budget.reserve("embedder", MOST))
                .isInstanceOfSatisfying(
                        Permit.Declined.class, it -> assertThat(it.retryAfter()).hasValue(Duration.ofSeconds(10)));

        assertThat(budget.report("test").left()).isEqualTo(Limit.ofTokens(100));
        book.isFull = false;
        assertThat(budget.reserve("embedder", MOST)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void eachCallThatWasMadeIsHeardOf() {
        var budget = open(HUNDRED);
        settle(budget, ModelUsage.ofCall(1, 0, 1));
        var permit = (Permit.Granted) budget.reserve("embedder", MOST);
        permit.settle().accept(new ModelReply.Full("embedder", "tiny", "not sent", ModelUsage.NONE));

        assertThat(heard).singleElement().isInstanceOf(ModelReply.Answer.class);
        assertThat(budget.report("test").today()).isEqualTo(new Used(1, 1, 1));
    }

    private static void settle(EmbedderBudgetModule budget, ModelUsage used) {
        ((Permit.Granted) budget.reserve("embedder", MOST))
                .settle()
                .accept(new ModelReply.Answer("", "embedder", "tiny", used, Duration.ofMillis(1)));
    }

    private EmbedderBudgetModule open(Allowance allowance) {
        return EmbedderBudgetModule.open("embedder", allowance, Duration.ofSeconds(30), book, heard::add, () -> now);
    }

    private static final class Remembered implements SpendBook {
        private Optional<Entry> entry = Optional.empty();
        private boolean isFull;

        @Override
        public Optional<Entry> find() {
            return entry;
        }

        @Override
        public void replace(Entry entry) {
            if (isFull) {
                throw new UncheckedIOException(new IOException("no space left on device"));
            }
            this.entry = Optional.of(entry);
        }
    }
}
