package city.social.application;

import city.social.InteractionId;
import city.social.Social;
import city.social.Social.Ending;
import city.social.Social.Refusal;
import city.social.Social.TalkResult;
import city.social.Social.TalkResult.Done;
import city.social.Social.TalkResult.Refused;
import city.social.SocialEvent.InteractionStarted;
import city.social.SocialEvent.Invited;
import city.social.SocialEvent.Joined;
import city.social.SocialEvent.MessageSaid;
import city.social.Talk.Said;
import city.social.Tone;
import city.social.Utterance;
import city.social.domain.Conversations;
import city.social.domain.Seats;
import city.social.domain.SocialState;
import city.social.domain.Talkers;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import city.world.kernel.Turn;
import java.util.List;
import java.util.Optional;

/// What residents do in conversations: ask, answer, speak. A refused verb has changed nothing.
final class Conversing {
    private static final Purpose NEXT = Purpose.of("social.next-speaker");
    private static final Said NOTHING = new Said("", Tone.PLAIN, "");

    private final SocialState state;
    private final World world;
    private final Manners manners;
    private final Seats seats;
    private final Partings partings;

    Conversing(SocialState state, World world, Manners manners, Seats seats, Partings partings) {
        this.state = state;
        this.world = world;
        this.manners = manners;
        this.seats = seats;
        this.partings = partings;
    }

    TalkResult invite(int slot, List<Integer> others, Optional<Utterance> words, long until, Turn turn) {
        if (others.size() == 1 && isAskedBy(slot, others.getFirst())) {
            return reply(slot, true, until, turn);
        }
        var refusal = manners.whyNotInvite(slot, others, turn.tick());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        manners.require(slot);
        others.forEach(manners::require);
        int row = state.talkers().conversationOf(slot);
        if (row == Talkers.NONE) {
            var opening =
                    words.map(it -> new Said(it.words(), it.tone(), it.topic())).orElse(NOTHING);
            var id = new InteractionId(turn.newId());
            int here = world.locationOf(slot);
            row = seats.begin(id, slot, here, world.location(here).id(), opening, turn.tick(), until);
        }
        seats.ask(row, others);
        if (!conversations().isOpen(row)) {
            expires(row, turn);
        }
        for (int other : others) {
            turn.raise(new Invited(conversations().idOf(row), idOf(slot), idOf(other), placeOf(row)));
        }
        return new Done(conversations().idOf(row));
    }

    TalkResult reply(int slot, boolean accept, long until, Turn turn) {
        int row = state.talkers().conversationOf(slot);
        if (row == Talkers.NONE || !state.talkers().isInvited(slot)) {
            return new Refused(Refusal.NOT_INVITED, slot);
        }
        if (!accept) {
            return partings.decline(slot, turn);
        }
        if (world.locationOf(slot) != conversations().locationOf(row)) {
            return new Refused(Refusal.NOT_HERE, conversations().inviterOf(row));
        }
        seats.join(row, slot, until);
        var id = conversations().idOf(row);
        if (conversations().isOpen(row)) {
            turn.raise(new Joined(id, idOf(slot)));
        } else {
            start(row, slot, turn);
        }
        return new Done(id);
    }

    TalkResult say(int slot, Utterance utterance, Optional<InteractionId> in, Turn turn) {
        int row = state.talkers().conversationOf(slot);
        boolean talks = row != Talkers.NONE && !state.talkers().isInvited(slot);
        if (!talks || in.filter(it -> !it.equals(conversations().idOf(row))).isPresent()) {
            return new Refused(Refusal.NOT_TALKING, slot);
        }
        if (!conversations().isOpen(row) || conversations().turnOf(row) != slot) {
            return new Refused(Refusal.NOT_YOUR_TURN, conversations().turnOf(row));
        }
        var id = conversations().idOf(row);
        speak(row, slot, utterance, turn);
        return new Done(id);
    }

    /// The first who accepts is answered to: the invitation's words are said, and it is the guest's turn.
    private void start(int row, int guest, Turn turn) {
        seats.open(row, turn.tick());
        var members = state.membersOf(row).stream().map(this::idOf).toList();
        turn.raise(new InteractionStarted(conversations().idOf(row), placeOf(row), members));
        var opening = conversations().lastOf(row);
        int host = conversations().inviterOf(row);
        if (opening.words().isEmpty()) {
            seats.turn(row, host);
            expires(row, turn);
        } else {
            seats.speak(row, host, new Utterance(opening.words(), opening.tone(), opening.topic()));
            seats.turn(row, guest);
            expires(row, turn);
            told(row, host, opening, Optional.of(idOf(guest)), turn);
        }
    }

    private void speak(int row, int slot, Utterance utterance, Turn turn) {
        seats.speak(row, slot, utterance);
        var members = state.membersOf(row);
        boolean last = conversations().messagesOf(row) >= manners.limit(members.size());
        int next = last ? slot : next(row, slot, members, turn);
        var said = conversations().lastOf(row);
        told(row, slot, said, last ? Optional.empty() : Optional.of(idOf(next)), turn);
        if (last) {
            partings.end(row, Ending.LIMIT, turn);
        } else {
            seats.turn(row, next);
            expires(row, turn);
        }
    }

    /// In a talk of two the other; among more anybody else, but rather whoever spoke just before than nobody.
    private int next(int row, int slot, List<Integer> members, Turn turn) {
        var others = members.stream().filter(it -> it != slot).toList();
        int nth = turn.chance().below(others.size(), NEXT, slot, conversations().messagesOf(row));
        return others.get(nth);
    }

    private void told(int row, int slot, Said said, Optional<ResidentId> next, Turn turn) {
        turn.raise(new MessageSaid(
                conversations().idOf(row), idOf(slot), placeOf(row), said.words(), said.tone(), said.topic(), next));
    }

    private void expires(int row, Turn turn) {
        seats.expires(row, turn.tick() + Math.max(2, turn.clock().ticksFor(Social.TIME_OUT_MINUTES)));
    }

    private boolean isAskedBy(int slot, int other) {
        int row = state.talkers().conversationOf(slot);
        return row != Talkers.NONE
                && state.talkers().isInvited(slot)
                && conversations().inviterOf(row) == other;
    }

    private Conversations conversations() {
        return state.conversations();
    }

    private ResidentId idOf(int slot) {
        return state.talkers().idOf(slot);
    }

    private LocationId placeOf(int row) {
        return conversations().locationIdOf(row);
    }
}
