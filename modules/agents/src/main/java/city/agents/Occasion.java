package city.agents;

import java.util.List;
import java.util.Locale;

/// Why a resident decides now, and how much that matters. The record keeps the ordinal: append only.
public enum Occasion {
    /// One thing is done and the next begins.
    NEXT_STEP(100),
    /// A talk is over.
    TALK_OVER(200),
    /// Nothing is planned.
    FREE_TIME(300),
    FOUL_WEATHER(400),
    /// The place where it was has closed.
    PLACE_CLOSED(600),
    /// It got up, and has a day before it.
    MORNING(700),
    JOB_LOST(800),
    /// Somebody speaks to it, or asks it to talk.
    SPOKEN_TO(900),
    /// It fell asleep, and what it lived through passes before it. Nothing is decided then.
    ASLEEP(0),
    /// What its routine is about to do moves a good part of its money, or of what it lives on.
    MONEY_AT_STAKE(500),
    /// Its routine is about to go where it never was, or to do what it never did.
    FIRST_TIME(450);

    /// Above every occasion's salience: whoever has this threshold is never asked.
    public static final int NEVER = 1000;

    private static final List<Occasion> ALL = List.of(values());

    private final int salience;

    Occasion(int salience) {
        this.salience = salience;
    }

    public static Occasion of(int code) {
        return ALL.get(code);
    }

    /// Per mille.
    public int salience() {
        return salience;
    }

    /// As people read it, such as `spoken to`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
