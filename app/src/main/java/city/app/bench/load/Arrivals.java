package city.app.bench.load;

import city.app.bench.child.Fields;
import city.app.bench.child.MqttEar;
import java.util.Arrays;

/// How long after its commit each public event was heard. Safe from any thread.
final class Arrivals implements MqttEar.Hearer {
    private final CommitTimes commits;
    private double[] millis = new double[1024];
    private int count;

    Arrivals(CommitTimes commits) {
        this.commits = commits;
    }

    /// Only public events name the one before them; the others may be left out.
    @Override
    public void heard(String topic, String json) {
        long now = System.nanoTime();
        if (Fields.firstNumber(json, "prev_seq") >= 0) {
            add((now - commits.nanosOf(Fields.firstNumber(json, "seq"))) / 1e6);
        }
    }

    @Override
    public void lost() {}

    /// Those since the last time, in milliseconds.
    synchronized double[] take() {
        var taken = Arrays.copyOf(millis, count);
        count = 0;
        return taken;
    }

    private synchronized void add(double sample) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = sample;
    }
}
