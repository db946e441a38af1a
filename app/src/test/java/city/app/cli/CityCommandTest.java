package city.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CityCommandTest {
    private final StringWriter out = new StringWriter();

    @Test
    void everyWordSaysWhatMayStandBehindIt() {
        everyWord(CityCommand.line()).forEach(word -> {
            out.getBuffer().setLength(0);

            int exitCode = word.setOut(new PrintWriter(out, true)).execute("--help");

            assertThat(exitCode).as(word.getCommandName()).isZero();
            assertThat(out.toString()).contains("Usage: city", word.getCommandName());
        });
    }

    private static List<CommandLine> everyWord(CommandLine line) {
        var words = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(it -> words.addAll(everyWord(it)));
        return words;
    }
}
