package city.world.kernel.machine;

import city.world.kernel.Genesis;
import city.world.kernel.Participant;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import java.util.ArrayList;
import java.util.List;

/// The participants of one city in the order of their phases, with the kernel's own state before theirs. It belongs
/// to one machine; what it declares is known before any record is opened.
public final class Assembly {
    private final List<Participant> participants;
    private final int rulesVersion;
    private final List<Table> tables = new ArrayList<>();

    final Table bus = new Table("world", "bus");
    final LongColumn delivered = bus.longs("delivered_sequence");

    final Table topics = new Table("world", "topics");
    final TextColumn topicName = topics.texts("name");
    final LongColumn topicLast = topics.longs("last_sequence");

    /// Participants of this source tree.
    public Assembly(List<Participant> participants) {
        this(participants, Genesis.RULES_VERSION);
    }

    /// @param rulesVersion of the rules by which these participants live
    public Assembly(List<Participant> participants, int rulesVersion) {
        this.participants = List.copyOf(participants);
        this.rulesVersion = rulesVersion;
        tables.add(bus);
        tables.add(topics);
        participants.forEach(it -> tables.addAll(it.tables()));
    }

    /// All declared tables, in order.
    public List<Table> tables() {
        return List.copyOf(tables);
    }

    public List<Participant> participants() {
        return participants;
    }

    public int rulesVersion() {
        return rulesVersion;
    }

    /// The last sequence that the bus had delivered when the snapshot was taken.
    public long delivered(Snapshot snapshot) {
        return snapshot.of(bus).get(delivered, 0);
    }
}
