package city.agents.domain.life;

import java.util.List;

/// What a resident pursues over days, and what it counts. The record keeps the ordinal: append only.
public enum Goal {
    /// Whole money units in the purse.
    SAVE("save money"),
    /// A job.
    FIND_WORK("find work"),
    /// A job with a better wage than when it was taken up.
    BETTER_WORK("find better work"),
    /// Hours of leisure among others.
    COMPANY("find company"),
    /// Evenings at home with kin.
    FAMILY("be with the family"),
    /// Hours at school or in a library.
    LEARN("learn"),
    /// Gifts made.
    HELP("help others"),
    /// Places of leisure seen since.
    SEE_PLACES("see the town"),
    /// Hours worked since.
    CRAFT("master the craft");

    private static final List<Goal> ALL = List.of(values());

    private final String words;

    Goal(String words) {
        this.words = words;
    }

    public static Goal of(int code) {
        return ALL.get(code);
    }

    public String words() {
        return words;
    }
}
