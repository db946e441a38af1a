package city.world.kernel.access;

import city.world.kernel.state.Snapshot;

/// The city as it was at the end of an earlier tick, with the commands that came before the next. Safe from any thread
/// but the city's; the caller waits while up to a day of the city is lived again.
public interface Past {
    /// @param tick from 0, below the present one
    /// @return what readers read as they do the present, for it has the views of the running city's tables
    /// @throws NotKept when that tick cannot be lived again
    /// @throws Busy    when too many ask for different ticks
    Snapshot at(long tick);

    /// What a tick needs is not there any more, or it was lived by other rules than this program's.
    final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotKept(String reason) {
            super(reason);
        }
    }

    /// One earlier tick is lived again at a time.
    final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("others look at earlier ticks");
        }
    }
}
