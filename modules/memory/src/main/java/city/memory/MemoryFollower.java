package city.memory;

/// Follows the log and writes down what residents remember, on a thread of its own; it never delays the city. To be
/// closed when the city has stopped but its record is still there.
public interface MemoryFollower extends AutoCloseable {
    /// Of its cursor, and in the metric of followers.
    String NAME = "memory";

    Memories memories();

    /// How many events of the log are not remembered yet. Any thread.
    long lag();

    /// Waits two seconds at most for what is left, then stops. What is left then is remembered by the next run.
    @Override
    void close();
}
