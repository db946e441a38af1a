package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.scenario.ScenarioReader;
import city.app.Failure;
import city.app.wiring.RunSettings.Founding;
import city.world.kernel.machine.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundationTest {
    @TempDir
    private Path path;

    private DataFolder folder;
    private Path scenario;
    private Origin origin;

    @BeforeEach
    void foundAVillage() throws IOException {
        folder = DataFolder.take(path.resolve("data"));
        scenario = Files.writeString(path.resolve("mine.yml"), ScenarioReader.text("village"));
        origin = Origin.of(foundation(asked(25)).genesis(), CityParts.CODEC);
    }

    @AfterEach
    void leave() {
        folder.close();
    }

    @Test
    void theCityThatCameOfAScenarioIsItsCityAndTheFolderKnows() {
        assertThat(mark(25).isKnown()).isFalse();

        foundation(asked(25)).requireSame(origin, "here");

        assertThat(mark(25).isKnown()).isTrue();
        assertThat(mark(25).names(origin)).isTrue();
        assertThatCode(() -> foundation(asked(25)).requireSame(origin, "here")).doesNotThrowAnyException();
    }

    @Test
    void anotherNumberOfResidentsIsAnotherCity() {
        foundation(asked(25)).requireSame(origin, "here");

        assertThat(mark(24).isKnown()).isFalse();
        assertThatThrownBy(() -> foundation(asked(24)).requireSame(origin, "here"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("another scenario (village)");
        assertThat(mark(24).isKnown()).isFalse();
    }

    @Test
    void aScenarioThatWasEditedIsComparedAgain() throws IOException {
        foundation(asked(25)).requireSame(origin, "here");
        Files.writeString(scenario, ScenarioReader.text("village").replaceFirst("(?m)^name: .*$", "name: other"));

        assertThatThrownBy(() -> foundation(asked(25)).requireSame(origin, "here"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("another scenario");

        Files.writeString(scenario, "nothing: 1");
        assertThatThrownBy(() -> foundation(asked(25)).requireSound()).isInstanceOf(Failure.class);
    }

    /// As when a folder is given another database.
    @Test
    void theCityOfAnotherSeedIsNotTheOneThatTheFolderKnows() {
        foundation(asked(25)).requireSame(origin, "here");
        var other = Origin.of(
                foundation(new Founding(Optional.of(scenario.toString()), OptionalLong.of(8), OptionalInt.of(25)))
                        .genesis(),
                CityParts.CODEC);

        assertThat(mark(25).names(other)).isFalse();
        assertThatThrownBy(() -> foundation(asked(25)).requireSame(other, "here"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("seed 8, not 7");
    }

    private Foundation foundation(Founding asked) {
        return new Foundation(folder, asked);
    }

    private FoundingMark mark(int residents) {
        return FoundingMark.of(folder, asked(residents));
    }

    private Founding asked(int residents) {
        return new Founding(Optional.of(scenario.toString()), OptionalLong.of(7), OptionalInt.of(residents));
    }
}
