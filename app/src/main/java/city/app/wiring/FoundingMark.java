package city.app.wiring;

import city.adapter.scenario.ScenarioReader;
import city.app.Release;
import city.app.wiring.RunSettings.Founding;
import city.world.kernel.machine.Origin;
import city.world.kernel.machine.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a data folder remembers of a comparison that cost seconds: which city came of which scenario. Most cities are
/// started by the same words each time, and then nobody need read the scenario and people it again.
///
/// Another text, number of residents or build of this program is another question; without the file all is compared as
/// if there had never been one.
final class FoundingMark {
    private static final Logger LOG = LoggerFactory.getLogger(FoundingMark.class);

    private final Path file;
    private final String question;

    private FoundingMark(Path file, String question) {
        this.file = file;
        this.question = question;
    }

    /// @throws city.adapter.scenario.ScenarioInvalid when there is no such scenario
    static FoundingMark of(DataFolder folder, Founding asked) {
        var scenario = asked.scenario().orElse(Founding.DEFAULT_SCENARIO);
        var words = List.of(Release.build(), scenario, asked.residents().toString(), ScenarioReader.text(scenario));
        return new FoundingMark(folder.resolve("founded-by"), Sha256.hex(String.join("\n", words)));
    }

    /// Whether this question was answered before, so that its scenario is one.
    boolean isKnown() {
        return read().startsWith(question);
    }

    /// Whether the answer was this city.
    boolean names(Origin origin) {
        return read().equals(line(origin));
    }

    /// This city came of it.
    void remember(Origin origin) {
        try {
            Files.writeString(file, line(origin));
        } catch (IOException e) {
            LOG.warn("{} could not be written, so the next start compares again: {}", file, e.toString());
        }
    }

    private String line(Origin origin) {
        return question + " " + origin.digest();
    }

    private String read() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
