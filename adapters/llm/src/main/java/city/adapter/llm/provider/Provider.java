package city.adapter.llm.provider;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import city.adapter.llm.Limits;
import city.adapter.llm.ProviderSettings;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.Malformed;
import city.agents.spi.ModelReply.RateLimited;
import city.agents.spi.ModelReply.TimedOut;
import city.agents.spi.ModelReply.Unavailable;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget;
import city.agents.spi.ProviderBudget.Permit;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One provider behind its limits: nothing here waits for room. Safe from any thread.
public final class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    /// So many calls find out whether a provider that was left alone is well again.
    private static final int PROBES = 2;

    private static final int FAILED_PERCENT = 50;

    private static final int WINDOW_SECONDS = 30;

    private final String name;
    private final Limits limits;
    private final Failures failures;
    private final Chat chat;
    private final LongSupplier nanoTime;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RateLimiter rate;
    private final AtomicReference<Deadline> restUntil;

    private Provider(ProviderSettings settings, Failures failures, Chat chat, LongSupplier nanoTime) {
        this.name = settings.name();
        this.limits = settings.limits();
        this.failures = failures;
        this.chat = chat;
        this.nanoTime = nanoTime;
        this.breaker = breaker(settings.name(), limits);
        this.bulkhead = bulkhead(settings.name(), limits);
        this.rate = rate(settings.name(), limits, nanoTime);
        this.restUntil = new AtomicReference<>(Deadline.in(Duration.ZERO, nanoTime));
    }

    public static Provider open(
            ProviderSettings settings, Transport transport, Schemas schemas, LongSupplier nanoTime) {
        var failures = new Failures(settings.name(), settings.model(), settings.apiKey());
        var chat = new Chat(settings, ChatModels.open(settings, transport), schemas, failures);
        return new Provider(settings, failures, chat, nanoTime);
    }

    /// One try, or none where a limit or the budget forbids it.
    public Outcome ask(ModelRequest request, ProviderBudget budget, Deadline deadline) {
        var rest = restUntil.get().nanosLeft();
        if (rest > 0) {
            return failures.resting(Duration.ofNanos(rest));
        }
        if (!breaker.tryAcquirePermission()) {
            return failures.tooOftenBroken();
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return failures.full("%d calls are in flight".formatted(limits.maxConcurrent()));
        }
        return admitted(request, budget, deadline);
    }

    private Outcome admitted(ModelRequest request, ProviderBudget budget, Deadline deadline) {
        var begun = nanoTime.getAsLong();
        var isJudged = false;
        try {
            var outcome = paid(request, budget, deadline.within(limits.answerTimeout()));
            isJudged = judge(outcome, nanoTime.getAsLong() - begun);
            return outcome;
        } finally {
            bulkhead.onComplete();
            if (!isJudged) {
                breaker.releasePermission();
            }
        }
    }

    private Outcome paid(ModelRequest request, ProviderBudget budget, Deadline deadline) {
        var most = chat.atMost(request);
        return switch (budget.reserve(name, most)) {
            case Permit.Declined(var why, var _) -> failures.full(why);
            case Permit.Granted(var settle) -> {
                var outcome = called(request, most, deadline);
                settle.accept(outcome.reply());
                yield outcome;
            }
        };
    }

    /// What the budget declined is no call of this minute.
    private Outcome called(ModelRequest request, ModelUsage most, Deadline deadline) {
        return rate.acquirePermission()
                ? chat.ask(request, most, deadline)
                : failures.full("%d calls were begun in this minute".formatted(limits.callsPerMinute()));
    }

    /// @return whether the outcome says anything about the provider's health
    private boolean judge(Outcome outcome, long nanos) {
        return switch (outcome.reply()) {
            case ModelReply.Answer _, ModelReply.Refused _ -> {
                breaker.onSuccess(nanos, NANOSECONDS);
                yield true;
            }
            // Who cannot be read half of the time costs more than it is worth.
            case Malformed odd -> failed(nanos, odd.detail());
            case TimedOut late -> failed(nanos, late.detail());
            case Unavailable broken when outcome.next() != Outcome.Next.DONE -> failed(nanos, broken.detail());
            case RateLimited limited -> {
                restFor(limited.retryAfter());
                yield false;
            }
            case Unavailable _, ModelReply.Full _ -> false;
        };
    }

    /// A shorter rest, asked for by a call that was sent earlier, does not end a longer one.
    private void restFor(Duration time) {
        restUntil.updateAndGet(old -> old.leaves(time) ? old : Deadline.in(time, nanoTime));
    }

    private boolean failed(long nanos, String detail) {
        LOG.debug("{}", detail);
        breaker.onError(nanos, NANOSECONDS, new NoAnswer(detail));
        return true;
    }

    private static CircuitBreaker breaker(String name, Limits limits) {
        var config = CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW_SECONDS, leastToJudge(limits), SlidingWindowType.TIME_BASED)
                .failureRateThreshold(FAILED_PERCENT)
                .waitDurationInOpenState(limits.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .build();
        var breaker = CircuitBreaker.of(name, config);
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "Provider {} went from {} to {}",
                        name,
                        change.getStateTransition().getFromState(),
                        change.getStateTransition().getToState()));
        return breaker;
    }

    /// One hiccup of this machine may lose all calls in flight at once, which says nothing about the provider.
    private static int leastToJudge(Limits limits) {
        return Math.max(limits.breakerWindow(), limits.maxConcurrent());
    }

    private static Bulkhead bulkhead(String name, Limits limits) {
        return Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.maxConcurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    private static RateLimiter rate(String name, Limits limits, LongSupplier nanoTime) {
        var config = RateLimiterConfig.custom()
                .limitForPeriod(limits.callsPerMinute())
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(Duration.ZERO)
                .build();
        return RateLimiter.of(name, config, nanoTime::getAsLong);
    }

    /// The breaker counts exceptions; this one is never thrown.
    private static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(String detail) {
            super(detail, null, false, false);
        }
    }
}
