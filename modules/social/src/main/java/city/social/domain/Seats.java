package city.social.domain;

import city.social.InteractionId;
import city.social.Talk.Said;
import city.social.Utterance;
import city.world.LocationId;
import java.util.ArrayList;
import java.util.List;

/// Who sits in which conversation: the changes of state that keep talkers and conversations in step. A resident is in
/// at most one.
public final class Seats {
    private final Talkers talkers;
    private final Conversations conversations;

    public Seats(SocialState state) {
        this.talkers = state.talkers();
        this.conversations = state.conversations();
    }

    /// Begins an invitation.
    ///
    /// @return its row
    public int begin(InteractionId id, int host, int place, LocationId placeId, Said opening, long tick, long until) {
        int row = conversations.add(id, place, placeId, host, opening, tick);
        talkers.enter(host, row, false, until);
        return row;
    }

    public void ask(int row, List<Integer> guests) {
        var people = new ArrayList<>(conversations.peopleOf(row));
        guests.stream().filter(it -> !people.contains(it)).forEach(people::add);
        conversations.people(row, people);
        guests.forEach(guest -> talkers.enter(guest, row, true, 0));
    }

    public void join(int row, int guest, long until) {
        talkers.enter(guest, row, false, until);
    }

    public void open(int row, long tick) {
        conversations.open(row, tick);
    }

    /// Who declines was never part of it.
    public void decline(int row, int guest) {
        var people = new ArrayList<>(conversations.peopleOf(row));
        people.remove(Integer.valueOf(guest));
        conversations.people(row, people);
        talkers.leave(guest);
    }

    public void leave(int slot) {
        talkers.leave(slot);
    }

    public void speak(int row, int slot, Utterance what) {
        conversations.said(row, slot, what);
        talkers.speak(slot, what.tone().warmth());
    }

    public void turn(int row, int slot) {
        conversations.turn(row, slot);
    }

    public void expires(int row, long tick) {
        conversations.expires(row, tick);
    }

    /// Everybody gets up.
    public void clear(int row) {
        for (int slot : conversations.peopleOf(row)) {
            if (talkers.conversationOf(slot) == row) {
                talkers.leave(slot);
            }
        }
        conversations.remove(row);
    }

    public int warmthOf(int row) {
        return conversations.warmthOf(row);
    }
}
