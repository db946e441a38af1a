package city.adapter.scenario;

import city.adapter.scenario.text.Faults;
import java.util.List;

/// A scenario that cannot be a city, and why: all that is wrong with it, not only the first.
public final class ScenarioInvalid extends RuntimeException {
    private final List<String> messages;
    private final int more;

    ScenarioInvalid(List<String> messages, int more) {
        super(String.join("\n", messages) + (more == 0 ? "" : "\nand %d more".formatted(more)));
        this.messages = List.copyOf(messages);
        this.more = more;
    }

    static ScenarioInvalid of(Faults faults) {
        return new ScenarioInvalid(faults.told(), faults.more());
    }

    /// Each `FILE:LINE: path.to.key: reason`; at least one, at most {@link Faults#MAX_TOLD}.
    public List<String> messages() {
        return messages;
    }

    /// How many faults there are beyond those told.
    public int more() {
        return more;
    }
}
