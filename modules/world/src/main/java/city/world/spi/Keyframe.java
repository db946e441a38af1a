package city.world.spi;

import city.world.kernel.state.Checksum;

/// A complete copy of declared state as of one commit, from which a replay can start.
///
/// @param head        as that commit wrote it: where in time, journal and log the copy stands, by which rules the city
/// lives from there on, and what its rows sum up to
/// @param undelivered the sum over the events that the bus had still to deliver, which the copy holds too
public record Keyframe(Head head, Cause cause, Checksum undelivered) {
    public enum Cause {
        /// The city went on under newer rules from here; kept for ever.
        RULES,
        /// A day of the city began; kept for a while.
        DAY
    }

    /// A keyframe that is to be written.
    ///
    /// @param blocks its rows in canonical bytes, made anew, and the same, each time that they are gone through
    public record Draft(Keyframe keyframe, Iterable<byte[]> blocks) {}
}
