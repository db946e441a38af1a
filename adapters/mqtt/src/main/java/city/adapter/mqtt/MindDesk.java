package city.adapter.mqtt;

import city.world.ResidentId;
import java.util.Optional;

/// Where programs that speak for residents are asked and heard, in JSON. Thread-safe, and blocks until a commit.
public interface MindDesk {
    /// Where nobody speaks for anybody.
    MindDesk NONE = new MindDesk() {
        @Override
        public Optional<String> question(ResidentId resident) {
            return Optional.empty();
        }

        @Override
        public Optional<String> outcome(ResidentId resident, String intent) {
            return Optional.empty();
        }
    };

    /// What a program has to decide for the resident now; empty when it is nothing, or no program speaks for it.
    Optional<String> question(ResidentId resident);

    /// Has an intent carried out, and gives what came of it, refusals included; empty when nobody is there to do so.
    Optional<String> outcome(ResidentId resident, String intent);
}
