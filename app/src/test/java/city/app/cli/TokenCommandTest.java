package city.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.spi.Speakers.Standing;
import city.app.Failure;
import city.app.tokens.TokenFile;
import city.world.ResidentId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TokenCommandTest {
    private static final ResidentId ANN = new ResidentId(UUID.fromString("0b000000-0000-8000-8000-00000000000a"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aTokenIsPrintedAloneSoThatAScriptCanTakeIt() {
        assertThat(run("--agent", ANN.value().toString())).isZero();

        var token = out.toString().strip();
        assertThat(token).matches("city_[A-Za-z0-9_-]{43}");
        assertThat(TokenFile.of(folder, false).standing(ANN, token)).isEqualTo(Standing.OWNER);
    }

    @Test
    void anIdMayBeWrittenInCapitals() {
        assertThat(run("--agent", ANN.value().toString().toUpperCase(Locale.ROOT)))
                .isZero();

        assertThat(TokenFile.of(folder, false).standing(ANN, out.toString().strip()))
                .isEqualTo(Standing.OWNER);
    }

    @Test
    void whatIsWrongIsSaidByItsName() {
        assertThat(run("--agent", "ann")).isEqualTo(Failure.WRONG_USAGE);
        assertThat(run("--agent", ANN.value().toString(), "--revoke", "--open")).isEqualTo(Failure.WRONG_USAGE);
        assertThat(run("--agent", ANN.value().toString(), "--revoke")).isEqualTo(Failure.DOES_NOT_HOLD);

        assertThat(err.toString().lines())
                .containsExactly(
                        "--agent must be a resident's id, which is a UUID: ann",
                        "--revoke and --open exclude each other",
                        "no token was issued for the resident " + ANN.value());
    }

    private int run(String... words) {
        var line = new CommandLine(new TokenCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, command, _) -> {
                    command.getErr().println(e.getMessage());
                    return e instanceof Failure failure ? failure.exitCode() : -1;
                });
        var all = new ArrayList<>(List.of("--data", folder.toString()));
        all.addAll(List.of(words));
        return line.execute(all.toArray(String[]::new));
    }
}
