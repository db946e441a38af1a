package city.social;

import city.social.Tie.Bond;
import city.world.kernel.Turn;
import java.util.List;
import java.util.Optional;

/// Talk and ties as other modules use them: on the city thread only, but for the read-only verbs, which the decide part
/// of a tick may call from any thread. Residents are addressed by slot.
public interface Social {
    int MOST_IN_A_TALK = 6;

    /// In a talk of two at most eight messages, four more for each who joins.
    int MESSAGES_A_HEAD = 4;

    /// For so long after a talk a resident begins none.
    int COOL_DOWN_MINUTES = 15;

    /// For so long after a talk, or after having been turned down, the same two begin none.
    int SAME_PARTNER_MINUTES = 60;

    /// A talk in which nobody speaks for so long is over, and so is an invitation that nobody answers.
    int TIME_OUT_MINUTES = 15;

    /// Asks others at the same location to talk, or to join the talk that the resident is in. Who asks somebody by whom
    /// it is asked accepts.
    ///
    /// @param others distinct, at least one
    /// @param words  said as soon as somebody accepts; empty for none
    /// @param until  the tick until which the resident has time
    TalkResult invite(int slot, List<Integer> others, Optional<Utterance> words, long until, Turn turn);

    /// Answers an invitation.
    ///
    /// @param until the tick until which the resident has time
    TalkResult reply(int slot, boolean accept, long until, Turn turn);

    /// Says something when it is the resident's turn. With the last message of the limit the talk is over.
    ///
    /// @param in only in this talk, when given
    TalkResult say(int slot, Utterance utterance, Optional<InteractionId> in, Turn turn);

    /// Leaves the talk, or declines the invitation, with or without a parting word. A talk of two is over then.
    ///
    /// @param ending how it looks to the others
    TalkResult leave(int slot, Optional<Utterance> parting, Ending ending, Turn turn);

    /// Ends everything that the resident is in and all that it holds of others: it left the city.
    void forget(int slot, Turn turn);

    /// The talk that a resident is in or asked into. Read-only.
    Optional<Talk> talkOf(int slot);

    /// Whether a resident is in no talk and its cool-down is over. Read-only.
    boolean mayBegin(int slot, long tick);

    /// Whether two who are free may talk again. Read-only.
    boolean mayMeet(int slot, int other, long tick);

    /// What one holds of another now; {@link Tie#STRANGERS} when they never met or it has faded. Read-only.
    Tie tie(int from, int to, long tick);

    /// Some of those whom a resident has ties to, at most `limit`: whom it met last first. Read-only.
    List<Integer> acquaintances(int slot, int limit);

    /// Declares what binds two, both ways, as at the founding of a family. A tie that is closer already stays so.
    ///
    /// @param ofOther  what the other is to the first, such as {@link Bond#PARENT}
    /// @param ofFirst  what the first is to the other, such as {@link Bond#CHILD}
    /// @param strength 0 to 1000: how close they are at least
    void relate(int first, int other, Bond ofOther, Bond ofFirst, int strength, Turn turn);

    /// Something was done by one to another, as the other takes it.
    void dealt(int actor, int other, Deal deal, Turn turn);

    /// What a resident knows of late, newest first. Read-only.
    List<News> newsOf(int slot);

    /// Lets a resident know something; what it knows already it keeps as it was. The oldest of too many is forgotten.
    void learn(int slot, News item);

    /// What somebody can do to another.
    enum Deal {
        KINDNESS,
        TRADE,
        HARM
    }

    /// How a talk ended. Kept by ordinal: append only.
    enum Ending {
        LIMIT,
        LEFT,
        WALKED_AWAY,
        TIMED_OUT,
        BY_OPERATOR
    }

    /// How a talk went. Kept by ordinal: append only.
    enum Outcome {
        CUT_SHORT,
        PLAIN,
        PLEASANT,
        CROSS
    }

    sealed interface TalkResult {
        /// @param id of the talk; for an invitation, of the talk that it may become
        record Done(InteractionId id) implements TalkResult {}

        /// @param whom the slot that stands in the way
        record Refused(Refusal why, int whom) implements TalkResult {}
    }

    enum Refusal {
        NOT_HERE,
        ALREADY_TALKING,
        BUSY,
        TOO_SOON,
        FULL,
        NOT_INVITED,
        NOT_TALKING,
        NOT_YOUR_TURN
    }
}
