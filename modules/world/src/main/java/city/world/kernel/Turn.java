package city.world.kernel;

import java.util.UUID;

/// What a rule may know while it runs: the city's time, its chance and where to put what happened. On the city thread
/// only.
public interface Turn {
    /// The tick that is being run, or, for a command, the tick that was last run.
    long tick();

    CityClock clock();

    /// Chance of this tick, or of this command's place in the journal.
    Chance chance();

    /// Appends a fact to the event log and to the bus. Subscribers hear of it at the next phase, or in the next tick
    /// when it is raised by a command or in the last phase.
    void raise(Event event);

    /// A fresh id, the same in every run of the same journal: a UUIDv8 (RFC 9562) ordered by city time.
    default UUID newId() {
        return newId(clock().at(tick()).toEpochMilli());
    }

    UUID newId(long epochMillis);
}
