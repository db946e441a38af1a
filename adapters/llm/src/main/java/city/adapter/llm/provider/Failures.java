package city.adapter.llm.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import city.adapter.llm.ApiKey;
import city.agents.spi.ModelReply.Full;
import city.agents.spi.ModelReply.Malformed;
import city.agents.spi.ModelReply.RateLimited;
import city.agents.spi.ModelReply.Refused;
import city.agents.spi.ModelReply.TimedOut;
import city.agents.spi.ModelReply.Unavailable;
import city.agents.spi.ModelUsage;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.hc.core5.http.MessageConstraintException;

/// Words for what a provider did instead of answering. What nobody tells the price of counts in full.
record Failures(String provider, String model, ApiKey key) {
    /// A provider that wants to be left alone for longer is asked once in so long all the same.
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(10);

    /// Enough of an error's text to know it again.
    private static final int MAX_DETAIL_CHARS = 300;

    /// More than any answer that is asked for; what is longer is no answer but a page of something.
    private static final int MAX_TEXT_CHARS = 8_192;

    /// @param most that it can have cost
    Outcome timedOut(ModelUsage most) {
        return Outcome.elsewhere(new TimedOut(provider, model, said("no reply in time"), most));
    }

    /// Whoever interrupts wants no other provider to be asked either.
    Outcome interrupted(ModelUsage atRisk) {
        return Outcome.done(new Unavailable(provider, model, said("the caller was interrupted"), atRisk));
    }

    /// The connection could not be made, or broke, or was broken off because the reply grew too long.
    Outcome broken(Throwable cause, ModelUsage atRisk) {
        var reply = new Unavailable(provider, model, said(String.valueOf(cause)), atRisk);
        return cause instanceof MessageConstraintException ? Outcome.elsewhere(reply) : Outcome.again(reply);
    }

    /// Left alone without a call.
    Outcome resting(Duration left) {
        return Outcome.elsewhere(
                new RateLimited(provider, model, left, said("it asked to be left alone"), ModelUsage.NONE));
    }

    /// Left alone without a call.
    Outcome tooOftenBroken() {
        return Outcome.elsewhere(
                new Unavailable(provider, model, said("failed too often, left alone"), ModelUsage.NONE));
    }

    Outcome full(String limit) {
        return Outcome.elsewhere(new Full(provider, model, said(limit), ModelUsage.NONE));
    }

    Refused refused(String text, String why, ModelUsage usage) {
        return new Refused(provider, model, kept(text), said(why), usage);
    }

    Malformed malformed(String text, String why, ModelUsage usage) {
        return new Malformed(provider, model, kept(text), said(why), usage);
    }

    /// A reply whose status is no success.
    Outcome status(Reply reply) {
        if (reply.status() == 429) {
            return Outcome.elsewhere(
                    new RateLimited(provider, model, retryAfter(reply), said("HTTP 429"), ModelUsage.UNCHARGED));
        }
        var unavailable =
                new Unavailable(provider, model, said("HTTP " + reply.status() + reason(reply)), ModelUsage.UNCHARGED);
        return reply.status() >= 500 ? Outcome.again(unavailable) : Outcome.elsewhere(unavailable);
    }

    /// Providers repeat a wrong key in parts, which nobody could recognize, so their text is left out there.
    private static String reason(Reply reply) {
        var isAboutKey = reply.status() == 401 || reply.status() == 403;
        return isAboutKey || reply.body().length == 0 ? "" : ": " + new String(reply.body(), UTF_8);
    }

    private static Duration retryAfter(Reply reply) {
        var asked = reply.header("Retry-After")
                .flatMap(text -> seconds(text).or(() -> reply.header("Date").flatMap(now -> between(now, text))));
        return asked.filter(Duration::isPositive)
                .map(it -> it.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : it)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    /// By the provider's own clock.
    private static Optional<Duration> between(String now, String then) {
        try {
            return Optional.of(Duration.between(
                    ZonedDateTime.parse(now, RFC_1123_DATE_TIME), ZonedDateTime.parse(then, RFC_1123_DATE_TIME)));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }

    private String kept(String text) {
        var safe = key.hideIn(text);
        return safe.length() > MAX_TEXT_CHARS ? safe.substring(0, MAX_TEXT_CHARS) + "…" : safe;
    }

    /// On one line, with the provider's name, without the key.
    String said(String what) {
        var line = key.hideIn(what).replaceAll("\\s+", " ").strip();
        return provider + ": " + (line.length() > MAX_DETAIL_CHARS ? line.substring(0, MAX_DETAIL_CHARS) + "…" : line);
    }
}
