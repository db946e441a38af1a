package city.social.application;

import city.social.Social;
import city.social.Social.Refusal;
import city.social.Social.TalkResult.Refused;
import city.social.Tie;
import city.social.domain.SocialState;
import city.social.domain.Talkers;
import city.world.World;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Who may speak with whom, and when. Read-only, from any thread of the decide part.
final class Manners {
    private static final CityClock UNSET = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));

    private final SocialState state;
    private final World world;

    /// Of the city that was loaded last; set by the city thread before any tick.
    private CityClock clock = UNSET;

    Manners(SocialState state, World world) {
        this.state = state;
        this.world = world;
    }

    void clock(CityClock ofTheCity) {
        clock = ofTheCity;
    }

    CityClock clock() {
        return clock;
    }

    int limit(int members) {
        return Social.MESSAGES_A_HEAD * Math.max(2, members);
    }

    boolean mayBegin(int slot, long tick) {
        return state.talkers().conversationOf(slot) == Talkers.NONE
                && tick >= state.talkers().freeAt(slot);
    }

    boolean mayMeet(int slot, int other, long tick) {
        long last = state.ties().talkedAt(slot, other);
        boolean again = last == Tie.NEVER || tick - last >= clock.ticksFor(Social.SAME_PARTNER_MINUTES);
        return again && !state.talkers().isRebuffedBy(slot, other, tick);
    }

    Optional<Refused> whyNotInvite(int slot, List<Integer> others, long tick) {
        int row = state.talkers().conversationOf(slot);
        boolean talks = row != Talkers.NONE;
        if (talks && (state.talkers().isInvited(slot) || !state.conversations().isOpen(row))) {
            return refused(Refusal.ALREADY_TALKING, slot);
        }
        int seated = talks ? state.conversations().peopleOf(row).size() : 1;
        if (seated + others.size() > Social.MOST_IN_A_TALK) {
            return refused(Refusal.FULL, slot);
        }
        if (!talks && tick < state.talkers().freeAt(slot)) {
            return refused(Refusal.TOO_SOON, slot);
        }
        return others.stream()
                .flatMap(other -> whyNotAsk(slot, other, tick).stream())
                .findFirst()
                .or(() -> new HashSet<>(others).size() < others.size()
                        ? refused(Refusal.BUSY, others.getFirst())
                        : Optional.empty());
    }

    private Optional<Refused> whyNotAsk(int slot, int other, long tick) {
        int here = world.locationOf(slot);
        if (other == slot || here == World.NOWHERE || world.locationOf(other) != here) {
            return refused(Refusal.NOT_HERE, other);
        }
        if (state.talkers().conversationOf(other) != Talkers.NONE) {
            return refused(Refusal.BUSY, other);
        }
        return mayMeet(slot, other, tick) ? Optional.empty() : refused(Refusal.TOO_SOON, other);
    }

    void require(int slot) {
        state.talkers().require(slot, world.residentAt(slot));
    }

    private static Optional<Refused> refused(Refusal why, int whom) {
        return Optional.of(new Refused(why, whom));
    }
}
