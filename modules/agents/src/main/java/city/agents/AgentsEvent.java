package city.agents;

import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What residents do and what becomes of them.
public sealed interface AgentsEvent extends Event {
    @EventType(value = "agents.spawned.v1", topic = "agents")
    record Spawned(ResidentId resident, String name, LocationId location) implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    @EventType(value = "agents.departed.v1", topic = "agents")
    record Departed(ResidentId resident, String name) implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// A resident got what it pursued.
    ///
    /// @param goal as `save money`
    /// @param days how long it took
    @EventType(value = "agents.goal-reached.v1", topic = "agents")
    record GoalReached(ResidentId resident, String goal, int days) implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// @param until city time at which it will be well again, unless it sees a doctor before
    @EventType(value = "agents.fell-ill.v1", topic = "agents")
    record FellIll(ResidentId resident, Instant until) implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    @EventType(value = "agents.recovered.v1", topic = "agents")
    record Recovered(ResidentId resident) implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// @param begins city time
    /// @param ends   city time
    @EventType(value = "social.party-planned.v1", topic = "social")
    record PartyPlanned(PartyId party, ResidentId host, String name, LocationId location, Instant begins, Instant ends)
            implements AgentsEvent {
        @Override
        public UUID subject() {
            return party.value();
        }
    }

    /// A resident was told of a party.
    ///
    /// @param by      who told it
    /// @param willing whether it means to come
    @EventType(value = "social.party-told.v1", topic = "social")
    record PartyTold(PartyId party, ResidentId resident, ResidentId by, String name, boolean willing)
            implements AgentsEvent {
        @Override
        public UUID subject() {
            return party.value();
        }
    }

    /// A resident that was told of a party is there.
    @EventType(value = "social.party-joined.v1", topic = "social")
    record PartyJoined(PartyId party, ResidentId resident, String name, LocationId location) implements AgentsEvent {
        @Override
        public UUID subject() {
            return party.value();
        }
    }

    @EventType(value = "agents.status-changed.v1", topic = "agents", audience = Audience.INTERNAL)
    record StatusChanged(ResidentId resident, ResidentStatus from, ResidentStatus to) implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// A resident that may think with more than routine has to decide, and waits for a while for what its mind says.
    ///
    /// @param question counted from 1 for each resident
    @EventType(value = "agents.mind-asked.v1", topic = "agents", audience = Audience.INTERNAL)
    record MindAsked(ResidentId resident, long question, MindKind mind, Occasion occasion) implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// What became of a question.
    @EventType(value = "agents.mind-settled.v1", topic = "agents", audience = Audience.INTERNAL)
    record MindSettled(ResidentId resident, long question, Outcome outcome) implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }

        /// The record keeps the name. All but the first mean that the routine decided.
        public enum Outcome {
            /// The answer was carried out.
            FOLLOWED,
            /// The rules refused the answer.
            REFUSED,
            /// No answer in the time that a decision may take.
            TIMED_OUT,
            /// The budget, or who keeps it, did not let it be asked; or the resident was given another mind meanwhile.
            DECLINED,
            /// There was an answer, but no action in it.
            UNUSABLE,
            /// Nobody said anything within the resident's patience.
            RAN_OUT
        }
    }

    /// A resident did something, or was refused it. In large cities these are told by {@link DistrictActions} instead.
    ///
    /// @param action  its wire name, such as `buy`
    /// @param detail  what of, where to, such as `2 bread` or a location's name
    /// @param because what moved it, such as `hungry` or `shift`
    /// @param outcome `done`, or the refusal in lower case
    @EventType(value = "agents.acted.v1", topic = "agents", audience = Audience.TELEMETRY)
    record Acted(ResidentId resident, String action, String detail, String because, String outcome)
            implements AgentsEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// What was done in a district in one tick.
    @EventType(value = "agents.district-actions.v1", topic = "agents", audience = Audience.TELEMETRY)
    record DistrictActions(UUID district, List<Deed> deeds) implements AgentsEvent {
        public DistrictActions {
            deeds = List.copyOf(deeds);
        }

        @Override
        public UUID subject() {
            return district;
        }

        public record Deed(ResidentId resident, String action, String detail, String because, String outcome) {}
    }
}
