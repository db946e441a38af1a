package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final String KILLED = "{\"pid\": 4711, \"port\": 8080, \"mqtt_port\": 1883}";

    @TempDir
    private Path data;

    @Test
    void whatAKilledCityLeftIsBelievedByNobody() throws IOException {
        Files.writeString(data.resolve("run.json"), KILLED);
        Files.createFile(data.resolve("lock"));

        assertThat(DataFolder.findRun(data)).isEmpty();
    }

    @Test
    void whoTakesTheFolderBeginsWithoutTheFileOfTheOneBefore() throws IOException {
        Files.writeString(data.resolve("run.json"), KILLED);

        try (var folder = DataFolder.take(data)) {
            assertThat(data.resolve("run.json")).doesNotExist();
            assertThat(DataFolder.findHolder(data)).hasValue("another process that is just starting");

            folder.writeRunFile(KILLED);
            assertThat(DataFolder.findRun(data)).hasValue(new DataFolder.Run(4711, 8080, 1883));
            assertThat(DataFolder.findHolder(data)).hasValue("process 4711");
        }
    }
}
