package city.agents.domain.plan;

import java.util.List;

/// What a step of a day plan is for. The record keeps the ordinal: append only.
public enum StepKind {
    EAT("eat"),
    SEEK_JOB("look for work"),
    QUIT_JOB("leave the job"),
    WORK("work"),
    SHOP("buy food"),
    LEISURE("pass the time"),
    SLEEP("sleep"),
    LEARN("learn"),
    SEE_DOCTOR("see the doctor"),
    CHAPEL("go to chapel"),
    FESTIVAL("go to the festival"),
    HOBBY("enjoy the hobby"),
    PARTY("go to a party");

    private static final List<StepKind> ALL = List.of(values());

    private final String words;

    StepKind(String words) {
        this.words = words;
    }

    static StepKind of(int code) {
        return ALL.get(code);
    }

    /// Whether a day may do without it.
    boolean isPastime() {
        return this == LEISURE || this == HOBBY || this == FESTIVAL;
    }

    public String words() {
        return words;
    }
}
