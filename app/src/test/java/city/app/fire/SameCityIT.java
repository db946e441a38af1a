package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.fire.process.Kept;
import city.app.fire.process.Runs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same seed gives the same city, wherever and with however many threads it is run.
class SameCityIT {
    private static final String TWO_DAYS = "576";

    private final Runs runs = new Runs();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        runs.close();
    }

    @Test
    void theSameSeedEndsInTheSameStateWithOneThreadAndWithTwo() {
        var one = live("one", "7", "1");
        var two = live("two", "7", "2");
        var other = live("other", "8", "2");

        assertThat(one).matches("stopped at tick 576, state [0-9a-f]{64}");
        assertThat(two).isEqualTo(one);
        assertThat(other).matches("stopped at tick 576, state [0-9a-f]{64}").isNotEqualTo(one);
    }

    @Test
    void aCityThatIsThereAlreadyPrintsItsLineAgain() {
        var first = live("there", "7", "2");

        var again = live("there", "7", "2");

        assertThat(again).isEqualTo(first);
    }

    /// In a folder of the given name.
    private String live(String name, String seed, String threads) {
        var kept = Kept.in(folder.resolve(name));
        return runs.end(
                kept, "run", "--seed", seed, "--threads", threads, "--ticks", TWO_DAYS, "--speed", "max", "--headless");
    }
}
