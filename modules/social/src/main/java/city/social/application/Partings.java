package city.social.application;

import city.social.Social;
import city.social.Social.Ending;
import city.social.Social.Outcome;
import city.social.Social.Refusal;
import city.social.Social.TalkResult;
import city.social.Social.TalkResult.Done;
import city.social.Social.TalkResult.Refused;
import city.social.SocialEvent.Declined;
import city.social.SocialEvent.InteractionEnded;
import city.social.SocialEvent.Left;
import city.social.SocialEvent.MessageSaid;
import city.social.Utterance;
import city.social.domain.Conversations;
import city.social.domain.Growth;
import city.social.domain.Seats;
import city.social.domain.SocialState;
import city.social.domain.Talkers;
import city.world.ResidentId;
import city.world.kernel.Turn;
import java.util.List;
import java.util.Optional;

/// How conversations end: by a no, by leaving, by silence, at the limit. What a talk was is settled between two when
/// the first of them leaves it.
final class Partings {
    private final SocialState state;
    private final Seats seats;
    private final Bonds bonds;

    Partings(SocialState state, Seats seats, Bonds bonds) {
        this.state = state;
        this.seats = seats;
        this.bonds = bonds;
    }

    TalkResult leave(int slot, Optional<Utterance> parting, Ending ending, Turn turn) {
        int row = state.talkers().conversationOf(slot);
        if (row == Talkers.NONE) {
            return new Refused(Refusal.NOT_TALKING, slot);
        }
        if (state.talkers().isInvited(slot)) {
            return decline(slot, turn);
        }
        var id = conversations().idOf(row);
        if (!conversations().isOpen(row)) {
            withdraw(row, turn);
            return new Done(id);
        }
        parting.ifPresent(it -> part(row, slot, it, turn));
        var left = state.membersOf(row).stream().filter(it -> it != slot).toList();
        if (left.size() < 2) {
            end(row, ending, turn);
        } else {
            leaveOthers(row, slot, left, turn);
        }
        return new Done(id);
    }

    TalkResult decline(int slot, Turn turn) {
        int row = state.talkers().conversationOf(slot);
        var id = conversations().idOf(row);
        int host = conversations().inviterOf(row);
        seats.decline(row, slot);
        state.talkers().rebuff(host, slot, turn.tick() + turn.clock().ticksFor(Social.SAME_PARTNER_MINUTES));
        turn.raise(new Declined(id, idOf(slot), idOf(host)));
        if (!conversations().isOpen(row) && state.invitedTo(row).isEmpty()) {
            seats.clear(row);
            rest(host, turn);
        }
        return new Done(id);
    }

    /// Invitations that nobody answered, and talks in which nobody spoke.
    void lapse(Turn turn) {
        for (int row : conversations().expired(turn.tick())) {
            if (conversations().isOpen(row)) {
                end(row, Ending.TIMED_OUT, turn);
            } else {
                withdraw(row, turn);
            }
        }
    }

    /// Whatever the state, it is over.
    void close(int row, Turn turn) {
        if (conversations().isOpen(row)) {
            end(row, Ending.BY_OPERATOR, turn);
        } else {
            withdraw(row, turn);
        }
    }

    void end(int row, Ending ending, Turn turn) {
        var members = state.membersOf(row);
        int messages = conversations().messagesOf(row);
        var outcome = Growth.outcome(seats.warmthOf(row), messages);
        for (int one : members) {
            for (int other : members) {
                if (one != other) {
                    bonds.talked(one, other, outcome, turn);
                }
            }
        }
        var invited = state.invitedTo(row);
        var everybody = conversations().peopleOf(row).stream()
                .filter(it -> !invited.contains(it))
                .map(this::idOf)
                .toList();
        turn.raise(new InteractionEnded(conversations().idOf(row), everybody, messages, outcome, ending));
        seats.clear(row);
        members.forEach(it -> rest(it, turn));
    }

    /// Nobody had answered: those who were asked are free again.
    private void withdraw(int row, Turn turn) {
        var id = conversations().idOf(row);
        int host = conversations().inviterOf(row);
        var invited = state.invitedTo(row);
        long until = turn.tick() + turn.clock().ticksFor(Social.SAME_PARTNER_MINUTES);
        invited.forEach(it -> state.talkers().rebuff(host, it, until));
        seats.clear(row);
        rest(host, turn);
        invited.forEach(it -> turn.raise(new Declined(id, idOf(it), idOf(host))));
    }

    /// A last word needs no turn.
    private void part(int row, int slot, Utterance word, Turn turn) {
        seats.speak(row, slot, word);
        turn.raise(new MessageSaid(
                conversations().idOf(row),
                idOf(slot),
                conversations().locationIdOf(row),
                word.words(),
                word.tone(),
                word.topic(),
                Optional.empty()));
    }

    private void leaveOthers(int row, int slot, List<Integer> others, Turn turn) {
        var outcome = outcome(row);
        for (int other : others) {
            bonds.talked(slot, other, outcome, turn);
            bonds.talked(other, slot, outcome, turn);
        }
        if (conversations().turnOf(row) == slot) {
            seats.turn(row, others.getFirst());
        }
        seats.leave(slot);
        rest(slot, turn);
        turn.raise(new Left(
                conversations().idOf(row), idOf(slot), idOf(conversations().turnOf(row))));
    }

    private Outcome outcome(int row) {
        return Growth.outcome(seats.warmthOf(row), conversations().messagesOf(row));
    }

    private void rest(int slot, Turn turn) {
        state.talkers().freeAt(slot, turn.tick() + turn.clock().ticksFor(Social.COOL_DOWN_MINUTES));
    }

    private Conversations conversations() {
        return state.conversations();
    }

    private ResidentId idOf(int slot) {
        return state.talkers().idOf(slot);
    }
}
