package city.social.domain;

import city.social.Talk;
import city.world.kernel.state.Table;
import java.util.List;
import java.util.Optional;

/// All declared state of this module.
public record SocialState(Talkers talkers, Ties ties, Conversations conversations) {
    public SocialState() {
        this(new Talkers());
    }

    private SocialState(Talkers talkers) {
        this(talkers, new Ties(talkers), new Conversations());
    }

    public List<Table> tables() {
        return List.of(talkers.table(), ties.table(), conversations.table());
    }

    public void reindex() {
        conversations.reindex();
    }

    /// Who takes part now, in the order of coming.
    public List<Integer> membersOf(int row) {
        return conversations.peopleOf(row).stream()
                .filter(it -> talkers.conversationOf(it) == row && !talkers.isInvited(it))
                .toList();
    }

    /// Who is asked and has not answered.
    public List<Integer> invitedTo(int row) {
        return conversations.peopleOf(row).stream()
                .filter(it -> talkers.conversationOf(it) == row && talkers.isInvited(it))
                .toList();
    }

    public Optional<Talk> talkOf(int slot, int messagesAHead) {
        int row = talkers.conversationOf(slot);
        if (row == Talkers.NONE) {
            return Optional.empty();
        }
        var members = membersOf(row);
        return Optional.of(new Talk(
                conversations.idOf(row),
                talkers.isInvited(slot),
                conversations.isOpen(row),
                conversations.inviterOf(row),
                members,
                conversations.turnOf(row),
                conversations.messagesOf(row),
                messagesAHead * Math.max(2, members.size()),
                conversations.speakerOf(row),
                conversations.lastOf(row),
                conversations.startedAt(row),
                talkers.untilOf(slot)));
    }
}
