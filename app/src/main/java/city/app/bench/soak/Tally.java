package city.app.bench.soak;

import city.app.bench.child.Fields;
import city.app.bench.child.MqttEar;
import java.util.HashMap;
import java.util.Map;

/// What one subscriber has heard. Safe from any thread.
final class Tally implements MqttEar.Hearer {
    private final String name;
    private final String topic;
    private final Map<String, Long> lastPublic = new HashMap<>();
    private long heard;
    private long gaps;
    private long last;
    private boolean lost;

    /// @param topic the first level that it listens to; empty for all
    /// @param last  the log's last sequence at its beginning
    Tally(String name, String topic, long last) {
        this.name = name;
        this.topic = topic;
        this.last = last;
    }

    String name() {
        return name;
    }

    /// A message of MQTT, which names the public event before it.
    @Override
    public synchronized void heard(String topicName, String json) {
        long sequence = Fields.firstNumber(json, "seq");
        heard++;
        last = Math.max(last, sequence);
        long previous = Fields.firstNumber(json, "prev_seq");
        if (previous >= 0) {
            var level = topicName.split("/", 2)[0];
            long before = lastPublic.getOrDefault(level, previous);
            gaps += previous > before ? 1 : 0;
            lastPublic.put(level, Math.max(sequence, before));
        }
    }

    /// Everything up to there has come.
    synchronized void upTo(long sequence) {
        heard++;
        last = Math.max(last, sequence);
    }

    synchronized void picture() {
        heard++;
    }

    /// It was cut off.
    @Override
    public synchronized void lost() {
        lost = true;
    }

    synchronized boolean isLost() {
        return lost;
    }

    synchronized long heard() {
        return heard;
    }

    synchronized long gaps() {
        return gaps;
    }

    /// How many sequences it is behind.
    ///
    /// @param heads by topic, read before
    synchronized long behind(Map<String, Long> heads) {
        long head = topic.isEmpty()
                ? heads.values().stream().mapToLong(it -> it).max().orElse(0)
                : heads.getOrDefault(topic, 0L);
        return Math.max(0, head - last);
    }
}
