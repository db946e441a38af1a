package city.agents.domain.plan;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A day plan: steps in the order of their beginning. A later step goes before an earlier one that is not over yet,
/// so that lunch interrupts the shift, and the shift goes on after it.
///
/// @param day days since 1970-01-01 in city time, of the day on which it was made
public record Plan(long day, List<Step> steps) {
    /// Enough for the fullest day that the planner makes; with it a plan is at most 120 bytes.
    public static final int MAX_STEPS = 12;

    public static final Plan NONE = new Plan(0, List.of());

    /// Kind, begin, end, place.
    private static final int BYTES_PER_STEP = 1 + 2 + 2 + 4;

    private static final int MINUTES_PER_DAY = 1440;

    public Plan {
        steps = List.copyOf(steps);
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("steps must be at most %d: %d".formatted(MAX_STEPS, steps.size()));
        }
    }

    /// Of a day that is too full what can be missed goes, the last first.
    public static Plan of(long day, List<Step> unordered) {
        var ordered = new ArrayList<>(unordered);
        while (ordered.size() > MAX_STEPS) {
            ordered.remove(mostDispensable(ordered));
        }
        ordered.sort(Comparator.comparingInt(Step::begin).thenComparing(Step::kind));
        return new Plan(day, ordered);
    }

    private static int mostDispensable(List<Step> steps) {
        int most = steps.size() - 1;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).kind().isPastime() && !steps.get(most).kind().isPastime()) {
                most = i;
            }
        }
        return most;
    }

    public static Plan unpack(long day, byte[] packed) {
        var steps = new ArrayList<Step>(packed.length / BYTES_PER_STEP);
        var bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            var kind = StepKind.of(bytes.get());
            int begin = Short.toUnsignedInt(bytes.getShort());
            int end = Short.toUnsignedInt(bytes.getShort());
            steps.add(new Step(kind, begin, end, bytes.getInt()));
        }
        return new Plan(day, steps);
    }

    public byte[] pack() {
        var bytes = ByteBuffer.allocate(steps.size() * BYTES_PER_STEP);
        for (var step : steps) {
            bytes.put((byte) step.kind().ordinal())
                    .putShort((short) step.begin())
                    .putShort((short) step.end())
                    .putInt(step.place());
        }
        return bytes.array();
    }

    /// Minutes from midnight of this plan's day to a minute of another day.
    public int minute(long otherDay, int minuteOfDay) {
        long minute = (otherDay - day) * MINUTES_PER_DAY + minuteOfDay;
        return (int) Math.clamp(minute, 0, Step.MAX_MINUTE);
    }

    /// The same day with one thing more. Pastimes end when it begins, or give way.
    public Plan with(Step more) {
        var all = new ArrayList<Step>();
        for (var step : steps) {
            boolean gives = step.kind().isPastime() && step.begin() < more.end() && step.end() > more.begin();
            if (!gives) {
                all.add(step);
            } else if (step.begin() < more.begin()) {
                all.add(new Step(step.kind(), step.begin(), more.begin(), step.place()));
            }
        }
        all.add(more);
        return of(day, all);
    }

    /// Which steps are done, as of another plan for the same day.
    ///
    /// @param done a bit for each step of the other that is done
    /// @return a bit for each step of this one
    public int doneAsIn(Plan other, int done) {
        if (equals(other)) {
            return done;
        }
        int mask = 0;
        for (int i = 0; i < steps.size(); i++) {
            for (int j = 0; j < other.steps.size(); j++) {
                boolean isDone = (done >> j & 1) == 1 && steps.get(i).isSameAs(other.steps.get(j));
                mask |= isDone ? 1 << i : 0;
            }
        }
        return mask;
    }

    /// Minutes until the next step that is not done begins; {@link Integer#MAX_VALUE} for none.
    ///
    /// @param done a bit for each step that is done
    public int minutesToNext(int minute, int done) {
        for (int i = 0; i < steps.size(); i++) {
            if ((done >> i & 1) == 0 && steps.get(i).begin() > minute) {
                return steps.get(i).begin() - minute;
            }
        }
        return Integer.MAX_VALUE;
    }

    /// Whether there is something to do now that is not done.
    ///
    /// @param done a bit for each step that is done
    public boolean isUnderWay(int minute, int done) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if ((done >> i & 1) == 0 && step.begin() <= minute && minute < step.end()) {
                return true;
            }
        }
        return false;
    }

    /// Whether nothing of it lies ahead.
    public boolean isOver(int minute) {
        return steps.isEmpty() || minute >= steps.getLast().end();
    }
}
