package city.social.application;

import city.social.Social.Deal;
import city.social.Social.Outcome;
import city.social.SocialEvent.RelationshipChanged;
import city.social.Tie;
import city.social.Tie.Bond;
import city.social.domain.Growth;
import city.social.domain.SocialState;
import city.world.World;
import city.world.kernel.Turn;

/// Moves ties, and tells when one has become another.
final class Bonds {
    /// Strength or sentiment that moved by a fifth of its range since it was last told is news; less is not, or a large
    /// city would speak of nothing else.
    private static final int NOTICEABLE = 200;

    private final SocialState state;
    private final World world;

    Bonds(SocialState state, World world) {
        this.state = state;
        this.world = world;
    }

    /// What a talk made of what one holds of the other.
    void talked(int slot, int other, Outcome outcome, Turn turn) {
        var talkers = state.talkers();
        var now = get(slot, other, turn);
        put(
                slot,
                other,
                now,
                Growth.talked(now, talkers.warmthOf(other), talkers.saidOf(other), outcome, turn.tick()),
                turn);
    }

    void dealt(int actor, int other, Deal deal, Turn turn) {
        require(actor);
        require(other);
        var taken = get(other, actor, turn);
        put(other, actor, taken, Growth.dealt(taken, deal, turn.tick()), turn);
        if (deal == Deal.TRADE) {
            var given = get(actor, other, turn);
            put(actor, other, given, Growth.dealt(given, deal, turn.tick()), turn);
        }
    }

    void relate(int slot, int other, Bond bond, int strength, Turn turn) {
        require(slot);
        require(other);
        var now = get(slot, other, turn);
        var closer = new Tie(
                Math.max(now.familiarity(), strength),
                Math.max(now.trust(), strength * 4 / 5),
                Math.max(now.affinity(), strength * 3 / 5),
                bond == Bond.NONE ? now.bond() : bond,
                now.metAt(),
                turn.tick(),
                now.talkedAt());
        put(slot, other, now, closer, turn);
    }

    private Tie get(int slot, int other, Turn turn) {
        var tie = state.ties().get(slot, other, turn.tick(), turn.clock().stepMinutes());
        return tie.equals(Tie.STRANGERS) ? new Tie(0, 0, 0, Bond.NONE, turn.tick(), turn.tick(), Tie.NEVER) : tie;
    }

    private void put(int slot, int other, Tie before, Tie after, Turn turn) {
        state.ties().put(slot, other, after, turn.tick(), turn.clock().stepMinutes());
        if (before.type() != after.type()
                || step(before.strength()) != step(after.strength())
                || step(before.affinity()) != step(after.affinity())) {
            turn.raise(new RelationshipChanged(
                    Tie.id(slot, other),
                    state.talkers().idOf(slot),
                    state.talkers().idOf(other),
                    after.type(),
                    after.strength(),
                    after.affinity(),
                    after.trust(),
                    after.familiarity()));
        }
    }

    private static int step(int perMille) {
        return Math.floorDiv(perMille + NOTICEABLE / 2, NOTICEABLE);
    }

    void require(int slot) {
        state.talkers().require(slot, world.residentAt(slot));
    }
}
