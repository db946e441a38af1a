package city.world.kernel.access;

import java.util.Optional;

/// How the kernel is.
///
/// @param state   what it does now
/// @param trouble why it does not go on, for operators; empty while all is well
public record Vitals(State state, Optional<String> trouble) {
    public enum State {
        RUNNING,
        /// The record cannot be reached; the kernel goes on by itself when it returns.
        WAITING_FOR_RECORD,
        /// An invariant or a rule broke; nothing is admitted any more.
        HALTED,
        /// It ends or has ended: as it was asked to, or, with a trouble, because the machine under it broke.
        STOPPED
    }
}
