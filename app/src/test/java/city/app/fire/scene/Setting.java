package city.app.fire.scene;

import java.util.List;
import java.util.Map;

/// Which city is put under fire, and how.
///
/// @param seed     of the harness' own chance: moments, orders
/// @param clients  who order transfers all the time
/// @param words    of the city's command line
/// @param variables of the city's environment
record Setting(long seed, int clients, List<String> words, Map<String, String> variables) {
    static final int CLIENTS = 8;

    /// The seed of a run that is to be tried again: `-Dcity.fire.seed`.
    static long chosenSeed() {
        return Long.getLong("city.fire.seed", System.nanoTime());
    }

    /// A village at twenty times its pace.
    static Setting village(long seed) {
        return new Setting(seed, CLIENTS, List.of("--seed", "7", "--speed", "20"), Map.of());
    }

    /// A thousand residents.
    static Setting town(long seed) {
        return new Setting(
                seed,
                CLIENTS,
                List.of("--scenario", "town", "--residents", "1000", "--seed", "7", "--speed", "5"),
                Map.of());
    }

    Setting with(Map<String, String> more) {
        return new Setting(seed, clients, words, more);
    }
}
