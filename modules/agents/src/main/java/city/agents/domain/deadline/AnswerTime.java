package city.agents.domain.deadline;

/// How long an answer takes, as a timeout is set from round trips (Jacobson 1988, RFC 6298): the smoothed mean and
/// twice the smoothed deviation, within which most answers come. Safe from any thread.
public final class AnswerTime {
    private static final int MEAN_SHARE = 8;
    private static final int DEVIATION_SHARE = 4;
    private static final int DEVIATIONS = 2;

    private boolean isKnown;
    private double mean;
    private double deviation;

    /// @param nanos from when somebody had a turn to the answer
    public synchronized void took(long nanos) {
        if (!isKnown) {
            isKnown = true;
            mean = nanos;
            deviation = nanos / 2.0;
            return;
        }
        deviation += (Math.abs(nanos - mean) - deviation) / DEVIATION_SHARE;
        mean += (nanos - mean) / MEAN_SHARE;
    }

    /// In nanoseconds; 0 while nothing is known.
    public synchronized long usual() {
        return (long) (mean + DEVIATIONS * deviation);
    }
}
