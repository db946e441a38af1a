package city.social;

import city.social.Tie.Bond;
import city.world.ResidentId;
import city.world.kernel.Command;
import city.world.kernel.WireName;

/// What can be asked of talk and ties from outside. Talk itself is a resident's action, and asked of the agents.
public sealed interface SocialCommand<R> extends Command<R> {
    /// Declares what binds two residents, both ways: a scenario's families, an operator's matchmaking.
    ///
    /// @param ofOther          what the other is to the first
    /// @param ofFirst          what the first is to the other
    /// @param strengthPerMille how close they are at least, 0 to 1000
    @WireName("social.relate.v1")
    record Relate(ResidentId first, ResidentId other, Bond ofOther, Bond ofFirst, int strengthPerMille)
            implements SocialCommand<SocialResult> {
        public Relate {
            if (first.equals(other)) {
                throw new IllegalArgumentException("other must be another than first: " + other.value());
            }
            if (strengthPerMille < 0 || strengthPerMille > Tie.FULL) {
                throw new IllegalArgumentException(
                        "strength_per_mille must be 0 to %d: %d".formatted(Tie.FULL, strengthPerMille));
            }
        }
    }

    /// Ends a conversation, or takes an invitation back.
    @WireName("social.end-interaction.v1")
    record EndInteraction(InteractionId interaction) implements SocialCommand<SocialResult> {}

    sealed interface SocialResult {
        @WireName("social.done.v1")
        record Done() implements SocialResult {}

        @WireName("social.no-such-resident.v1")
        record NoSuchResident(ResidentId resident) implements SocialResult {}

        /// There is none, or it is over.
        @WireName("social.no-open-interaction.v1")
        record NoOpenInteraction(InteractionId interaction) implements SocialResult {}
    }
}
