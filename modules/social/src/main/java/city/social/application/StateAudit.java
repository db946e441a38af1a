package city.social.application;

import city.social.domain.SocialState;
import city.social.domain.Ties;
import city.world.kernel.Participant.Breach;
import java.util.ArrayList;
import java.util.List;

/// Recounts what must hold between the tables of this module.
final class StateAudit {
    private final SocialState state;

    StateAudit(SocialState state) {
        this.state = state;
    }

    List<Breach> breaches() {
        var breaches = new ArrayList<Breach>();
        seats(breaches);
        chains(breaches);
        return breaches;
    }

    /// Who is in a conversation is one of its people, and a talk that goes on has two members.
    private void seats(List<Breach> breaches) {
        var talkers = state.talkers();
        var conversations = state.conversations();
        for (int slot = talkers.table().next(0);
                slot >= 0;
                slot = talkers.table().next(slot + 1)) {
            int row = talkers.conversationOf(slot);
            boolean seated = row < 0
                    || conversations.table().exists(row)
                            && conversations.peopleOf(row).contains(slot);
            if (!seated) {
                breaches.add(new Breach(
                        "who talks sits in a conversation", "slot %d is in conversation %d".formatted(slot, row)));
            }
        }
        for (int row = conversations.table().next(0);
                row >= 0;
                row = conversations.table().next(row + 1)) {
            int members = state.membersOf(row).size();
            if (members < (conversations.isOpen(row) ? 2 : 1)) {
                breaches.add(new Breach("a talk has two members", "conversation %d has %d".formatted(row, members)));
            }
        }
    }

    /// Every tie is in the chain of whom it belongs to, once, and no chain is too long.
    private void chains(List<Breach> breaches) {
        var talkers = state.talkers();
        int chained = 0;
        for (int slot = talkers.table().next(0);
                slot >= 0;
                slot = talkers.table().next(slot + 1)) {
            int length = state.ties().chain(slot);
            chained += Math.max(0, length);
            if (length < 0 || length > Ties.MOST) {
                breaches.add(new Breach(
                        "a resident has at most %d ties".formatted(Ties.MOST), "slot %d: %d".formatted(slot, length)));
            }
        }
        if (chained != state.ties().table().count()) {
            breaches.add(new Breach(
                    "every tie is in a chain",
                    "%d chained of %d".formatted(chained, state.ties().table().count())));
        }
    }
}
