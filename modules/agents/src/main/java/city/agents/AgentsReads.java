package city.agents;

import city.social.InteractionId;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Residents as readers see them, from a snapshot. Safe from any thread.
public interface AgentsReads {
    Optional<ResidentState> findResident(Snapshot snapshot, ResidentId resident);

    /// All residents, the departed too, in slot order, so that a cursor may be the slot.
    List<ResidentState> residents(Snapshot snapshot, int fromSlot, int limit);

    /// How many have each status.
    Census census(Snapshot snapshot);

    /// What the resident would see if it looked around now. Bounded: its size does not grow with the city or the crowd.
    Optional<Observation> observe(Snapshot snapshot, ResidentId resident);

    List<PlannedStep> plan(Snapshot snapshot, ResidentId resident);

    Optional<MindState> mind(Snapshot snapshot, ResidentId resident);

    /// What came of a resident's nights.
    NightState nights(Snapshot snapshot, ResidentId resident);

    /// What everybody is doing, for those who draw the whole city.
    Activities activities(Snapshot snapshot);

    /// Everybody's activity after one commit, by slot, without an object a resident. Immutable, safe from any thread.
    interface Activities {
        /// One more than the highest slot.
        int slots();

        /// @return a place in {@link #words}; somebody without a mind is `departed`
        int codeOf(int slot);

        /// What the codes mean, such as `working`. Only ever longer, at its end.
        List<String> words();

        /// Whether nobody began anything between the two. False may also mean that it is not known.
        boolean sameAs(Activities other);
    }

    /// @param home     empty for a resident without a roof
    /// @param activity what it is doing, such as `working` or `on the way to The Mill`, and why
    record ResidentState(
            int slot,
            ResidentId id,
            Persona persona,
            ResidentStatus status,
            Optional<LocationId> home,
            Needs needs,
            String activity,
            String because,
            Instant since) {}

    /// Each 0 (starving, exhausted, lonely) to 1000 (content).
    record Needs(int food, int energy, int company) {}

    /// @param questions how often it was asked so far
    /// @param open      why the last question was asked, while it waits for an answer
    record MindState(MindSettings settings, long questions, Optional<Occasion> open) {}

    /// @param reflectedUpTo tick up to which it has looked back; 0 for never
    /// @param opinions      at most fifty, those first that it formed last
    record NightState(long reflectedUpTo, List<HeldOpinion> opinions) {
        public static final NightState NONE = new NightState(0, List.of());

        public NightState {
            opinions = List.copyOf(opinions);
        }
    }

    /// @param tick in which it was formed, or found true again
    record HeldOpinion(Opinion opinion, long tick) {}

    record Census(int active, int sleeping, int paused, int departed) {
        public int population() {
            return active + sleeping + paused;
        }
    }

    /// @param people  at most eight of those present
    /// @param parties of which it knows, in the order of their beginning
    record Observation(
            Instant time,
            String timeOfDay,
            String weather,
            Optional<LocationId> location,
            String place,
            String kind,
            boolean open,
            int crowd,
            List<Person> people,
            List<Offer> offers,
            String balance,
            Needs needs,
            Optional<Conversation> talk,
            List<KnownParty> parties) {}

    /// A party that is not over, of which the resident was told.
    ///
    /// @param host   its name
    /// @param begins city time
    /// @param ends   city time
    record KnownParty(
            PartyId id, String name, String host, LocationId location, String place, Instant begins, Instant ends) {}

    record Person(ResidentId id, String name, String activity) {}

    /// The talk that the resident is in, or asked into.
    ///
    /// @param invited whether it is asked and has not answered
    /// @param onTurn  whether it is its turn to speak
    /// @param speaker who spoke last; empty before anybody did
    /// @param words   said last; of an invitation, those that go with it
    record Conversation(
            InteractionId id,
            boolean invited,
            boolean onTurn,
            List<Person> members,
            Optional<String> speaker,
            String words,
            String topic) {}

    record Offer(String good, String price, int stock) {}

    /// @param at   city time at which it is meant to begin
    /// @param what such as `work`, and where
    record PlannedStep(Instant at, String what, Optional<LocationId> where) {}
}
