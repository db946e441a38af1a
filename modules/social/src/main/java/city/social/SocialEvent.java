package city.social;

import city.social.Social.Ending;
import city.social.Social.Outcome;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What happens between residents.
public sealed interface SocialEvent extends Event {
    @EventType(value = "social.invited.v1", topic = "social", audience = Audience.INTERNAL)
    record Invited(InteractionId interaction, ResidentId by, ResidentId invited, LocationId location)
            implements SocialEvent {
        @Override
        public UUID subject() {
            return interaction.value();
        }
    }

    /// An invitation was turned down, or not answered in time.
    @EventType(value = "social.declined.v1", topic = "social", audience = Audience.INTERNAL)
    record Declined(InteractionId interaction, ResidentId by, ResidentId inviter) implements SocialEvent {
        @Override
        public UUID subject() {
            return interaction.value();
        }
    }

    /// The first of those who were asked accepted.
    @EventType(value = "social.interaction-started.v1", topic = "social")
    record InteractionStarted(InteractionId interaction, LocationId location, List<ResidentId> members)
            implements SocialEvent {
        public InteractionStarted {
            members = List.copyOf(members);
        }

        @Override
        public UUID subject() {
            return interaction.value();
        }
    }

    @EventType(value = "social.joined.v1", topic = "social", audience = Audience.INTERNAL)
    record Joined(InteractionId interaction, ResidentId resident) implements SocialEvent {
        @Override
        public UUID subject() {
            return interaction.value();
        }
    }

    /// One left; the others go on.
    ///
    /// @param next whose turn it is
    @EventType(value = "social.left.v1", topic = "social", audience = Audience.INTERNAL)
    record Left(InteractionId interaction, ResidentId resident, ResidentId next) implements SocialEvent {
        @Override
        public UUID subject() {
            return interaction.value();
        }
    }

    /// @param topic what it is about, as the speaker says; may be empty
    /// @param next  whose turn it is; empty when it was the last word
    @EventType(value = "social.message-said.v1", topic = "social")
    record MessageSaid(
            InteractionId interaction,
            ResidentId speaker,
            LocationId location,
            String words,
            Tone tone,
            String topic,
            Optional<ResidentId> next)
            implements SocialEvent {
        @Override
        public UUID subject() {
            return interaction.value();
        }
    }

    /// @param members all who ever took part
    @EventType(value = "social.interaction-ended.v1", topic = "social")
    record InteractionEnded(
            InteractionId interaction, List<ResidentId> members, int messages, Outcome outcome, Ending ending)
            implements SocialEvent {
        public InteractionEnded {
            members = List.copyOf(members);
        }

        @Override
        public UUID subject() {
            return interaction.value();
        }
    }

    /// A tie is of another type, or has moved by so much that people would notice.
    ///
    /// @param tie               see {@link Tie#id}
    /// @param strengthPerMille  0 to 1000
    /// @param sentimentPerMille -1000 to 1000
    @EventType(value = "social.relationship-changed.v1", topic = "social")
    record RelationshipChanged(
            UUID tie,
            ResidentId from,
            ResidentId to,
            Tie.Type kind,
            int strengthPerMille,
            int sentimentPerMille,
            int trustPerMille,
            int familiarityPerMille)
            implements SocialEvent {
        @Override
        public UUID subject() {
            return tie;
        }
    }
}
