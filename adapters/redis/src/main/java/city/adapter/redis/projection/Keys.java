package city.adapter.redis.projection;

import city.social.InteractionId;
import city.world.ResidentId;
import java.util.UUID;
import java.util.regex.Pattern;

/// The names of what is kept.
///
/// @param prefix letters, digits and `_.:-{}`, at most 64 of them; a colon at its end reads best
public record Keys(String prefix) {
    /// No pattern's own characters, because old keys are looked for by a pattern that begins with the prefix.
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.:{}-]{0,64}");

    private static final String AGENT = "agent:";
    private static final String INTERACTION = "interaction:";

    public Keys {
        requirePrefix(prefix);
    }

    /// @throws IllegalArgumentException with what it may be
    public static void requirePrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "prefix must have at most 64 letters, digits and _.:-{}: \"%s\"".formatted(prefix));
        }
    }

    /// A hash: what a resident is, where, and what it does.
    String agent(ResidentId resident) {
        return agents() + resident.value();
    }

    /// How the keys of all residents begin.
    String agents() {
        return prefix + AGENT;
    }

    /// A hash: a conversation that goes on.
    String interaction(InteractionId interaction) {
        return interactions() + interaction.value();
    }

    /// How the keys of all conversations begin.
    String interactions() {
        return prefix + INTERACTION;
    }

    /// Whether a key with one of our beginnings ends as ours do; others are somebody else's.
    static boolean isOurs(String key, String beginning) {
        try {
            UUID.fromString(key.substring(beginning.length()));
            return true;
        } catch (IllegalArgumentException somebodyElses) {
            return false;
        }
    }

    /// A hash: the clock and the sky.
    String world() {
        return prefix + "world:state";
    }

    /// A sorted set: each resident's money.
    String wealth() {
        return prefix + "leaderboard:wealth";
    }

    /// Where the sorted set is filled before it takes the place of the old one.
    String wealthDraft() {
        return prefix + "leaderboard:wealth:draft";
    }

    /// A hash: how far the projections are.
    public String marker() {
        return prefix + "world:projection";
    }
}
