package city.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.wiring.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @Test
    void aLookAtSomebodysDatabaseLeavesNothingBehind(@TempDir Path data) throws IOException {
        var nowhere = new Database.Choice(
                Optional.of("postgresql://127.0.0.1:1/city"), Optional.of("ann"), Optional.of("sesame"));
        var before = places();

        var findings = Store.look(data, nowhere);

        assertThat(findings)
                .singleElement()
                .satisfies(it -> assertThat(it.level()).isEqualTo(Finding.Level.FAIL));
        assertThat(places()).isSubsetOf(before);
    }

    private static Set<Path> places() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(it -> it.getFileName().toString().startsWith("doctor"))
                    .collect(Collectors.toSet());
        }
    }
}
