package city.social;

import java.util.List;

/// A conversation as one who is in it, or asked to join, sees it. Residents are slots.
///
/// @param invited   whether the one who looks is asked and has not answered
/// @param open      whether anybody accepted yet
/// @param inviter   who began it
/// @param members   who takes part now, in the order of coming
/// @param turn      whose turn it is to speak
/// @param messages  said so far
/// @param limit     how many may be said
/// @param speaker   who spoke last, or `World.NOWHERE`
/// @param last      what was said last; `words` of the invitation before anything was
/// @param until     tick until which the one who looks has time
public record Talk(
        InteractionId id,
        boolean invited,
        boolean open,
        int inviter,
        List<Integer> members,
        int turn,
        int messages,
        int limit,
        int speaker,
        Said last,
        long startedAt,
        long until) {
    public Talk {
        members = List.copyOf(members);
    }

    /// @param words may be empty when nothing was said
    public record Said(String words, Tone tone, String topic) {}

    public boolean isOnTurn(int slot) {
        return open && !invited && turn == slot;
    }
}
