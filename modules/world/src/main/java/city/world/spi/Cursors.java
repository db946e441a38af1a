package city.world.spi;

/// How far each follower has come. Safe from any thread; blocks.
///
/// A cursor keeps nothing alive: its follower may find itself below the horizon of telemetry, and must know how to go
/// on without what was removed.
public interface Cursors {
    /// The last sequence that the follower has done with, 0 when it is new.
    long find(String follower);

    void replace(String follower, long sequence);
}
