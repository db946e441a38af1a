package city.agents;

import city.economy.JobId;
import city.economy.Money;
import city.social.InteractionId;
import city.social.Social;
import city.social.Utterance;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.WireName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What a resident can do. One closed set, whoever decides: the routine mind, a model, somebody else's program. Each is
/// validated against the rules and refused with a reason that the actor sees.
public sealed interface Action {
    /// By what it is known outside, such as `buy`.
    default String wireName() {
        return getClass().getAnnotation(WireName.class).value();
    }

    @WireName("move")
    record Move(LocationId to) implements Action {}

    /// Works at one's job for up to an hour.
    @WireName("work")
    record Work() implements Action {}

    @WireName("buy")
    record Buy(String good, int units) implements Action {
        public static final int MAX_UNITS = 100;

        public Buy {
            if (units < 1 || units > MAX_UNITS) {
                throw new IllegalArgumentException("units must be 1 to %d: %d".formatted(MAX_UNITS, units));
            }
        }
    }

    /// Uses up one unit of a good that one carries.
    @WireName("use")
    record Use(String good) implements Action {}

    @WireName("rest")
    record Rest(int minutes) implements Action {
        public Rest {
            requireMinutes(minutes);
        }
    }

    /// Sleeps until rested, or until the time to get up.
    @WireName("sleep")
    record Sleep() implements Action {}

    @WireName("give")
    record Give(ResidentId to, Money amount) implements Action {
        public Give {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("amount must be above zero: " + amount);
            }
        }
    }

    @WireName("take_job")
    record TakeJob(JobId job) implements Action {}

    @WireName("quit_job")
    record QuitJob() implements Action {}

    @WireName("wait")
    record Wait(int minutes) implements Action {
        public Wait {
            requireMinutes(minutes);
        }
    }

    /// Says something in the talk that one is in, when it is one's turn.
    ///
    /// @param in only in this talk, when given
    @WireName("say")
    record Say(Utterance utterance, Optional<InteractionId> in) implements Action {}

    /// Asks others here to talk, or to join the talk that one is in.
    ///
    /// @param opening what is said as soon as somebody accepts
    /// @param minutes for how long one has time
    @WireName("invite")
    record Invite(List<ResidentId> to, Optional<Utterance> opening, int minutes) implements Action {
        public static final int MOST = Social.MOST_IN_A_TALK - 1;

        public Invite {
            to = List.copyOf(to);
            if (to.isEmpty() || to.size() > MOST || new HashSet<>(to).size() < to.size()) {
                throw new IllegalArgumentException("to must be 1 to %d different residents: %s".formatted(MOST, to));
            }
            requireMinutes(minutes);
        }
    }

    /// Answers an invitation.
    ///
    /// @param minutes for how long one has time
    @WireName("reply")
    record Reply(boolean accept, int minutes) implements Action {
        public Reply {
            requireMinutes(minutes);
        }
    }

    /// Leaves the talk that one is in, or declines an invitation.
    ///
    /// @param in only this talk, when given
    @WireName("leave_talk")
    record LeaveTalk(Optional<Utterance> parting, Optional<InteractionId> in) implements Action {}

    /// Learns, in a school or a library.
    @WireName("study")
    record Study(int minutes) implements Action {
        public Study {
            requireMinutes(minutes);
        }
    }

    private static void requireMinutes(int minutes) {
        if (minutes < 1 || minutes > 24 * 60) {
            throw new IllegalArgumentException("minutes must be 1 to 1440: " + minutes);
        }
    }
}
