package city.world.kernel.access;

import city.world.kernel.Genesis;
import city.world.kernel.state.Snapshot;
import java.util.concurrent.CompletionStage;

/// A running city as the outside uses it. Safe to call from any thread.
public interface Kernel {
    /// Hands in a command. The stage completes after the commit that holds the command, on an executor that is not
    /// the city thread, or fails with {@link SubmissionFailed}.
    <R> CompletionStage<Receipt<R>> submit(Submission<R> submission);

    /// The state after the last commit.
    Snapshot snapshot();

    /// The state right after the last tick: the same one for all whom that tick woke, whatever was asked of the city
    /// since.
    Snapshot snapshotOfTick();

    Genesis genesis();

    /// Raised when a city is restored from a backup; with it, sequences and ticks may go backwards.
    int generation();

    EventFeed events();

    Pace pace();

    Vitals vitals();
}
