package city.agents.domain.budget;

import city.agents.Budgets.Allowance;
import java.time.Instant;
import java.util.List;

/// The running minute and day of one payer. Guarded by the governor.
final class Account {
    private final Payer payer;
    private final Allowance allowance;
    private Span minute;
    private Span day;

    Account(Payer payer, Allowance allowance, Instant now) {
        this(payer, allowance, now, Spend.NONE, Spend.NONE);
    }

    /// @param minuteSpent in the minute of that moment, and so for the day
    Account(Payer payer, Allowance allowance, Instant moment, Spend minuteSpent, Spend daySpent) {
        this.payer = payer;
        this.allowance = allowance;
        this.minute = span(Period.MINUTE, moment, minuteSpent);
        this.day = span(Period.DAY, moment, daySpent);
    }

    private Span span(Period period, Instant moment, Spend spent) {
        return new Span(period, period.indexOf(moment), period.of(allowance), spent);
    }

    Payer payer() {
        return payer;
    }

    Span minute(Instant now) {
        if (minute.index() != Period.MINUTE.indexOf(now)) {
            minute = span(Period.MINUTE, now, Spend.NONE);
        }
        return minute;
    }

    Span day(Instant now) {
        if (day.index() != Period.DAY.indexOf(now)) {
            day = span(Period.DAY, now, Spend.NONE);
        }
        return day;
    }

    List<Span> spans(Instant now) {
        return List.of(minute(now), day(now));
    }
}
