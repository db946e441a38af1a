package city.social.domain;

import city.social.Social.Deal;
import city.social.Social.Outcome;
import city.social.Tie;

/// What contact makes of a tie. The nearer a value is to its end, the less is added: a tenth talk adds less than the
/// first, and no value leaves its range.
public final class Growth {
    private static final int FULL = Tie.FULL;

    /// What one who was heard to be kind throughout gains by a talk.
    private static final int FAMILIARITY = 100;

    private static final int TRUST = 50;
    private static final int AFFINITY = 50;

    /// What a talk adds to liking and trust when nobody said anything of note.
    private static final int SMALL = 10;

    /// A greeting and no more.
    private static final int IN_PASSING = 30;

    /// Cross words cost twice what kind ones bring.
    private static final int HARM = 2;

    private Growth() {}

    /// @param tie    as it is now
    /// @param warmth of the other's words: the sum of their tones
    /// @param words  how many messages the other said
    public static Tie talked(Tie tie, int warmth, int words, Outcome outcome, long tick) {
        if (outcome == Outcome.CUT_SHORT || words == 0) {
            return new Tie(
                    toward(tie.familiarity(), IN_PASSING),
                    tie.trust(),
                    tie.affinity(),
                    tie.bond(),
                    tie.metAt(),
                    tick,
                    tick);
        }
        int mean = Math.clamp((long) FULL * warmth / words, -FULL, FULL);
        return new Tie(
                toward(tie.familiarity(), FAMILIARITY),
                toward(tie.trust(), felt(mean, TRUST)),
                toward(tie.affinity(), felt(mean, AFFINITY)),
                tie.bond(),
                tie.metAt(),
                tick,
                tick);
    }

    public static Tie dealt(Tie tie, Deal deal, long tick) {
        return switch (deal) {
            case KINDNESS -> moved(tie, 50, 100, 100, tick);
            case TRADE -> moved(tie, 20, 20, 10, tick);
            case HARM -> moved(tie, 20, -300, -200, tick);
        };
    }

    /// How a talk went, by the mean warmth of all that was said.
    public static Outcome outcome(int warmth, int messages) {
        if (messages < 2) {
            return Outcome.CUT_SHORT;
        }
        if (warmth < 0) {
            return Outcome.CROSS;
        }
        return 3 * warmth >= messages ? Outcome.PLEASANT : Outcome.PLAIN;
    }

    private static int felt(int mean, int most) {
        return mean >= 0 ? SMALL + (most - SMALL) * mean / FULL : HARM * most * mean / FULL;
    }

    private static Tie moved(Tie tie, int familiarity, int trust, int affinity, long tick) {
        return new Tie(
                toward(tie.familiarity(), familiarity),
                toward(tie.trust(), trust),
                toward(tie.affinity(), affinity),
                tie.bond(),
                tie.metAt(),
                tick,
                tie.talkedAt());
    }

    /// Moves a value up or down by a part of the room that it has left.
    private static int toward(int value, int step) {
        return step >= 0 ? value + step * (FULL - value) / FULL : value + step * (FULL + value) / FULL;
    }
}
