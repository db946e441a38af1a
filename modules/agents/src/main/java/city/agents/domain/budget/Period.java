package city.agents.domain.budget;

import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import java.time.Duration;
import java.time.Instant;

/// For how long a budget lasts. Periods follow each other from the epoch and do not slide: a day is the calendar's in
/// UTC. So two whole budgets may be spent within a moment, one at the end of a period and one at the beginning of the
/// next; never more than one within a period.
public enum Period {
    MINUTE("minute", Duration.ofMinutes(1)),
    DAY("day", Duration.ofDays(1));

    private final String words;
    private final long seconds;

    Period(String words, Duration length) {
        this.words = words;
        this.seconds = length.toSeconds();
    }

    public String words() {
        return words;
    }

    Limit of(Allowance allowance) {
        return switch (this) {
            case MINUTE -> allowance.perMinute();
            case DAY -> allowance.perDay();
        };
    }

    long indexOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), seconds);
    }

    Instant endOf(long index) {
        return Instant.ofEpochSecond((index + 1) * seconds);
    }
}
