package city.agents.application.minds;

import city.agents.AgentsEvent.MindAsked;
import java.time.Instant;

/// A resident waits for an answer.
///
/// @param tick   in which it woke
/// @param time   city time of that tick
/// @param wokeAt reading of the steady clock, from which the time of a decision is counted: when the commit that woke
///     it was heard of, plus its part of the tick; may lie ahead
/// @param place  among the answers of its tick
record Question(MindAsked asked, long tick, Instant time, long wokeAt, QueuePlace place) {}
