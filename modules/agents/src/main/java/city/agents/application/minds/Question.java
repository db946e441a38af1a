package city.agents.application.minds;

import city.agents.AgentsEvent.MindAsked;
import city.world.kernel.state.Snapshot;
import java.time.Instant;

/// A resident waits for an answer.
///
/// @param tick   in which it woke
/// @param time   city time of that tick
/// @param wokeAt reading of the steady clock, from which the time of a decision is counted: when the commit that woke
///     it was heard of, plus its part of the tick; may lie ahead
/// @param seen   the city as it is to see it: as it was right after that tick, where that is known
/// @param appointment for its answer
record Question(MindAsked asked, long tick, Instant time, long wokeAt, Snapshot seen, Appointment appointment) {
    /// The same, and its time counts from now.
    Question asOf(long nanos) {
        return new Question(asked, tick, time, nanos, seen, Appointment.NONE);
    }
}
