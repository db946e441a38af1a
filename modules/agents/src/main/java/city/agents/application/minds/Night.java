package city.agents.application.minds;

import city.world.ResidentId;
import java.time.Instant;

/// A resident has fallen asleep.
///
/// @param sequence of the event that told it
/// @param time     city time of its tick
/// @param heardAt  reading of the steady clock, from which the deadline is counted
record Night(ResidentId resident, long sequence, long tick, Instant time, long heardAt) {}
