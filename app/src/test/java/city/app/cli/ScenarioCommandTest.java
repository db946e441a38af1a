package city.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScenarioCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aFineScenarioIsToldInALine() {
        assertThat(run("check", "village")).isZero();

        assertThat(out.toString()).startsWith("fine: 25 residents, ").hasLineCount(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void allFaultsAreToldWithFileLinePathAndReason() throws IOException {
        var file = Files.writeString(folder.resolve("bad.yml"), "name: 7\nepoch: soon\ntreasury: 1\n");

        assertThat(run("check", file.toString())).isEqualTo(Failure.WRONG_USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        file + ":1: name: must be a text: 7. Maybe put it in quotes.",
                        file + ":1: districts: must have at least one item",
                        file + ":2: epoch: must be a local date and time like 2030-04-01T06:00: \"soon\"");
    }

    @Test
    void aFileThatIsNotThereIsAFault() {
        assertThat(run("check", "nowhere.yml")).isEqualTo(Failure.WRONG_USAGE);
        assertThat(err.toString()).startsWith("nowhere.yml:1: cannot be read.").hasLineCount(1);
    }

    @Test
    void theSchemaIsPrinted() {
        assertThat(run("schema")).isZero();
        assertThat(out.toString())
                .startsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")
                .contains("\"hourly_wage\"");
    }

    private int run(String... words) {
        return new CommandLine(new ScenarioCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
