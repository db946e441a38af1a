package city.agents.domain.mind;

import java.util.List;
import java.util.Locale;

/// What moved a resident to do what it does. The record keeps the ordinal: append only.
public enum Because {
    NOTHING,
    PLAN,
    HUNGRY,
    STARVING,
    TIRED,
    EXHAUSTED,
    LONELY,
    SHIFT,
    TOO_EARLY,
    BEDTIME,
    FOUL_WEATHER,
    PLACE_CLOSED,
    PLACE_FULL,
    REFUSED,
    NO_FOOD,
    PANTRY_LOW,
    NO_JOB,
    UNPAID,
    GENEROUS,
    TREAT,
    ARRIVED,
    OPERATOR,
    TALK,
    ILL,
    SCHOOL,
    KIN,
    HABIT,
    FESTIVAL,
    MARKET_DAY,
    STORM,
    GOAL,
    DESTITUTE,
    OLD_AGE,
    BETTER_LIFE,
    FOLLOWS_KIN,
    /// A language model said so.
    THOUGHT,
    /// The program that speaks for the resident said so.
    MASTER,
    /// A language model said so in a situation of the same kind.
    REMEMBERED,
    PARTY;

    private static final List<Because> ALL = List.of(values());

    public static Because of(int code) {
        return ALL.get(code);
    }

    public int code() {
        return ordinal();
    }

    /// As people read it, such as `foul weather`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
