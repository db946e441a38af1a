package city.adapter.redis.projection;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Where projections are kept, which may be away, slow, emptied or written to by others. One key, the marker, stands
/// for the whole: who touches nothing else without it can tell whether anybody was there.
public interface Store extends AutoCloseable {
    /// Connects; what an earlier session left on the way is not written any more once this one has written.
    ///
    /// @throws StoreFailed when it cannot
    Session open() throws InterruptedException;

    @Override
    void close();

    /// One connection, used by one thread. Every call waits a few seconds at most.
    interface Session extends AutoCloseable {
        /// What the marker says, empty where there is none. The next [#write] is against this.
        ///
        /// @throws StoreFailed when the store does not answer
        Map<String, String> marker() throws InterruptedException;

        /// Writes all or nothing, in order. The marker must be among the changes.
        ///
        /// @return false when nothing was written, because somebody else touched the marker since it
        /// was last read or written here
        /// @throws StoreFailed when the store does not answer, and may or may not have written; or when
        /// it refuses a change
        boolean write(List<Change> changes) throws InterruptedException;

        /// Hands over the keys with this beginning, in parts of some hundreds, each at least once.
        ///
        /// @throws StoreFailed when the store does not answer
        void forEachKey(String beginning, Consumer<List<String>> reader) throws InterruptedException;

        @Override
        void close();
    }
}
