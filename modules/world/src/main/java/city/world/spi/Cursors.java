package city.world.spi;

/// How far each follower has come. Safe from any thread; blocks.
///
/// The cursor of a follower that no process runs keeps nothing: when it comes back it may find itself below the horizon
/// of telemetry, and must know how to go on without what was removed.
public interface Cursors {
    /// Says that somebody follows in this process: from now on, and until the process ends, no telemetry goes that it
    /// has not read. Returns at once.
    void follow(String follower);

    /// The last sequence that the follower has done with, 0 when it is new.
    long find(String follower);

    void replace(String follower, long sequence);
}
