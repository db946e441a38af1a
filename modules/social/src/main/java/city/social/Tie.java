package city.social;

import java.util.UUID;

/// What one resident holds of another, as it is at one moment. Values are per mille.
///
/// @param familiarity 0 (a stranger) to 1000
/// @param trust       -1000 (not a word) to 1000 (every word)
/// @param affinity    -1000 (cannot stand) to 1000 (is glad of): the tie's sentiment
/// @param metAt       tick of the first contact
/// @param contactedAt tick of the last contact
/// @param talkedAt    tick of the last conversation; below zero for none
public record Tie(int familiarity, int trust, int affinity, Bond bond, long metAt, long contactedAt, long talkedAt) {
    public static final int FULL = 1000;

    /// A tick long before any.
    public static final long NEVER = -1;

    public static final Tie STRANGERS = new Tie(0, 0, 0, Bond.NONE, 0, 0, NEVER);

    private static final int KNOWN = 60;

    public Tie {
        require("familiarity", familiarity, 0);
        require("trust", trust, -FULL);
        require("affinity", affinity, -FULL);
    }

    private static void require(String name, int value, int min) {
        if (value < min || value > FULL) {
            throw new IllegalArgumentException("%s must be %d to %d: %d".formatted(name, min, FULL, value));
        }
    }

    /// What binds two beyond what they feel. The record keeps the ordinal: append only.
    public enum Bond {
        NONE,
        COLLEAGUE,
        RELATIVE,
        PARENT,
        CHILD,
        SIBLING,
        PARTNER;

        public boolean isKin() {
            return switch (this) {
                case NONE, COLLEAGUE -> false;
                case RELATIVE, PARENT, CHILD, SIBLING, PARTNER -> true;
            };
        }
    }

    /// How people would call a tie. The record keeps the ordinal: append only.
    public enum Type {
        STRANGER,
        ACQUAINTANCE,
        COLLEAGUE,
        FRIEND,
        CLOSE_FRIEND,
        RIVAL,
        FAMILY
    }

    /// 0 to 1000: half how well they know each other, a quarter trust or the lack of it, a quarter liking or dislike.
    public int strength() {
        return (2 * familiarity + Math.abs(trust) + Math.abs(affinity)) / 4;
    }

    public Type type() {
        if (bond.isKin()) {
            return Type.FAMILY;
        }
        if (affinity <= -200 && familiarity >= 100) {
            return Type.RIVAL;
        }
        if (familiarity >= 600 && affinity >= 350 && trust >= 350) {
            return Type.CLOSE_FRIEND;
        }
        if (familiarity >= 300 && affinity >= 120) {
            return Type.FRIEND;
        }
        if (bond == Bond.COLLEAGUE) {
            return Type.COLLEAGUE;
        }
        return familiarity >= KNOWN ? Type.ACQUAINTANCE : Type.STRANGER;
    }

    /// How far a word of the other is believed: one half and half the trust, .1 to .9.
    public int credibility() {
        return Math.clamp(FULL / 2 + trust / 2, 100, 900);
    }

    /// The tie's id: both slots are in it, so that it is the same in every run and whenever the tie comes back.
    public static UUID id(int from, int to) {
        return new UUID((long) from << 32 | 0x8000L, 0x8000_0000_0000_0000L | to);
    }
}
