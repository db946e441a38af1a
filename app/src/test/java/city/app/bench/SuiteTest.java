package city.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.app.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said, true);

    @TempDir
    private Path folder;

    @Test
    void aFileThatCannotBeWrittenIsSaidBeforeAnythingIsMeasured() {
        var nowhere = folder.resolve("missing").resolve("figures.json");

        assertThatThrownBy(() -> Suite.run(Optional.of("tick-200"), Optional.of(nowhere), out))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(nowhere.toString());
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void whatThereIsNoneOfIsRefusedAndWritesNothing() {
        var file = folder.resolve("figures.json");

        assertThatThrownBy(() -> Suite.run(Optional.of("tick-201"), Optional.of(file), out))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("tick-201");
        assertThat(file).doesNotExist();
    }

    @Test
    void theListNamesTheLongOnesApart() {
        Suite.list(out);

        assertThat(said.toString().split("By name only:"))
                .satisfiesExactly(
                        usual -> assertThat(usual).contains("tick-10000", "transfers-http-64", "decide"),
                        byName -> assertThat(byName).contains("soak", "minds-10000", "start-100000"));
    }
}
