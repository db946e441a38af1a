package city.world.kernel;

/// Runs read-only work on all cores. The work must not write state and must give the same result in any order and for
/// any number of threads; results go to places that belong to one index each.
public interface Shards {
    /// Calls the work with ranges that cover 0 until `count`, each index once, and returns when all is done.
    void forEachRange(int count, RangeWork work);

    /// All on the calling thread.
    static Shards sequential() {
        return (count, work) -> {
            if (count > 0) {
                work.run(0, count);
            }
        };
    }

    /// Work on the indices from `from` until before `to`.
    interface RangeWork {
        void run(int from, int to);
    }
}
