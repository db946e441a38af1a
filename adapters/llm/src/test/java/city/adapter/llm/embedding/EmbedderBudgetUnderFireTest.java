package city.adapter.llm.embedding;

import static city.adapter.llm.embedding.SpentWords.DIMENSION;
import static city.adapter.llm.embedding.VectorReplies.texts;
import static city.adapter.llm.embedding.VectorReplies.vectors;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Call;
import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.WireFormat;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.MindReport.Used;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelUsage;
import city.memory.spi.Embedder.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many threads want vectors at once, minute after minute, while the provider fails in every way. It keeps its own
/// account, of each call that reached it, and charges for all that it has read, whether it answered or not.
class EmbedderBudgetUnderFireTest {
    private static final int THREADS = 24;
    private static final int MINUTES = 3;
    private static final Duration TIMEOUT = Duration.ofMillis(600);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noUnitIsSpentBeyondTheBudgetAndNoneIsLost(long seed) throws Exception {
        var chance = new Random(seed);
        var format = chance.nextBoolean() ? WireFormat.OPENAI : WireFormat.OLLAMA;
        var allowance = new Allowance(limit(chance, 1), limit(chance, 2));
        var provider = new Provider(format, new Random(seed));
        try (var words = new SpentWords(format, allowance, TIMEOUT, 4, 0)) {
            words.stub.always(new Deed.Think(provider::deed));
            long refused = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                var before = words.report().today();
                var charged = provider.charged();

                refused += allAsk(words, chance);
                awaitEveryCall(provider, words);

                assertWithin(allowance.perMinute(), minus(words.report().today(), before), "booked in a minute");
                assertWithin(allowance.perMinute(), minus(provider.charged(), charged), "charged in a minute");
                words.now = words.now.plusSeconds(60);
            }
            var booked = words.report().today();
            assertWithin(allowance.perDay(), booked, "booked in a day");
            assertWithin(allowance.perDay(), provider.charged(), "charged in a day");
            assertThat(booked.tokens())
                    .as("no less than was charged")
                    .isGreaterThanOrEqualTo(provider.charged().tokens());
            assertThat(booked.calls()).as("calls that went over the wire").isEqualTo(provider.calls.get());
            var heard = words.heard.stream().map(ModelReply::usage).reduce(ModelUsage.NONE, ModelUsage::plus);
            assertThat(new Used(heard.calls(), heard.inputTokens(), heard.costMicros()))
                    .as("by replies")
                    .isEqualTo(booked);
            assertThat(words.heard).as("some were answered").anyMatch(ModelReply.Answer.class::isInstance);
            assertThat(refused).as("some were not to ask").isPositive();
        }
    }

    /// Tight enough for some of the threads to get nothing, and of a unit that chance picks tightest.
    private static Limit limit(Random chance, int times) {
        long calls = THREADS / 2 + chance.nextInt(THREADS / 2);
        long tokens = 1_200 + chance.nextInt(1_200);
        long money = 1_200 + chance.nextInt(1_200);
        return new Limit(times * calls, times * tokens, times * money);
    }

    /// @return how many had no budget
    private static long allAsk(SpentWords words, Random chance) throws Exception {
        var together = new CountDownLatch(1);
        long refused = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < THREADS; i++) {
                var texts = IntStream.range(0, 1 + chance.nextInt(9))
                        .mapToObj(it -> "loaf " + "\u00fc".repeat(chance.nextInt(20)))
                        .toList();
                asked.add(threads.submit(() -> {
                    together.await();
                    return wasRefused(words, texts);
                }));
            }
            together.countDown();
            for (var each : asked) {
                refused += each.get() ? 1 : 0;
            }
        }
        return refused;
    }

    /// Of those that nobody waits for any more.
    private static void awaitEveryCall(Provider provider, SpentWords words) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (provider.calls.get() < words.report().today().calls() && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
    }

    private static boolean wasRefused(SpentWords words, List<String> texts) {
        try {
            words.embedder.embed(texts);
            return false;
        } catch (Unavailable failed) {
            return String.valueOf(failed.getMessage()).contains("has no budget");
        }
    }

    private static void assertWithin(Limit limit, Used used, String what) {
        assertThat(used.calls()).as("calls " + what).isLessThanOrEqualTo(limit.calls());
        assertThat(used.tokens()).as("tokens " + what).isLessThanOrEqualTo(limit.tokens());
        assertThat(used.costMicros()).as("money " + what).isLessThanOrEqualTo(limit.costMicros());
    }

    private static Used minus(Used all, Used part) {
        return new Used(all.calls() - part.calls(), all.tokens() - part.tokens(), all.costMicros() - part.costMicros());
    }

    /// A token is a byte here, and costs a millionth.
    private static final class Provider {
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicLong tokens = new AtomicLong();
        private final WireFormat format;
        private final Random chance;

        Provider(WireFormat format, Random chance) {
            this.format = format;
            this.chance = chance;
        }

        Used charged() {
            return new Used(calls.get(), tokens.get(), tokens.get());
        }

        Deed deed(Call call) {
            calls.incrementAndGet();
            int read = texts(call).stream()
                    .mapToInt(it -> it.getBytes(UTF_8).length)
                    .sum();
            return switch (chance.nextInt(10)) {
                case 0 -> Deed.status(500);
                case 1 -> new Deed.Raw(429, Map.of("Retry-After", "1"), "{}");
                case 2 -> charging(read, new Deed.Break());
                case 3 -> charging(read, new Deed.Hang());
                case 4 -> charging(read, new Deed.Raw(200, Map.of(), "no JSON"));
                case 5 -> charging(read, vectors(format, DIMENSION + 1, _ -> read));
                default -> charging(read, vectors(format, DIMENSION, _ -> read));
            };
        }

        private Deed charging(int read, Deed deed) {
            tokens.addAndGet(read);
            return deed;
        }
    }
}
