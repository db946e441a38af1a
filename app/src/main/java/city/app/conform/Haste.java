package city.app.conform;

/// Of a mind's calls, how many were in vain. Not thread-safe.
final class Haste {
    /// With `wait` the city answers when there is something new, and a socket stays, so hardly any call is in vain.
    private static final int MOST_IDLE_CALLS_A_SECOND = 5;

    private int idleCalls;
    private long firstCallMillis = Long.MAX_VALUE;
    private long lastCallMillis;

    /// @param inVain whether the mind heard of nothing new
    void called(long atMillis, boolean inVain) {
        firstCallMillis = Math.min(firstCallMillis, atMillis);
        lastCallMillis = atMillis;
        idleCalls += inVain ? 1 : 0;
    }

    void judge(Report report) {
        long seconds = 1 + (lastCallMillis - Math.min(firstCallMillis, lastCallMillis)) / 1_000;
        if (idleCalls > MOST_IDLE_CALLS_A_SECOND * seconds) {
            report.wrong(
                    "hasty",
                    "it calls in vain %d times a second: let the city wait by ?wait=20, keep a connection that is open,"
                                    .formatted(idleCalls / seconds)
                            + " and pause before the next try");
        }
    }
}
