package city.adapter.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.files.BundledBinaries;
import city.adapter.postgres.embedded.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledBinariesTest {
    @TempDir
    Path folder;

    @Test
    void theProgramsAreUnpackedOnceAndCanBeRun() throws IOException {
        var binaries = BundledBinaries.unpackInto(folder);
        var postgres = Path.of(binaries.postgres());
        var unpackedAt = Files.getLastModifiedTime(postgres);

        var again = BundledBinaries.unpackInto(folder);

        assertThat(again).isEqualTo(binaries);
        assertThat(postgres).isExecutable();
        assertThat(Path.of(binaries.initdb())).isExecutable();
        assertThat(Files.getLastModifiedTime(postgres)).isEqualTo(unpackedAt);
        assertThat(Folders.entriesOf(folder)).hasSize(1);
    }

    @Test
    void otherVersionsAndInterruptedUnpackingsAreSweptAndTheRestStays() throws IOException {
        var mine = Files.createDirectories(folder.resolve("bin-" + BundledBinaries.VERSION));
        var data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("bin-17.2.0/bin"));
        Files.createDirectories(folder.resolve("unpacking-12/lib"));

        BundledBinaries.sweep(folder);

        assertThat(Folders.entriesOf(folder)).containsExactlyInAnyOrder(mine, data);
    }
}
