package city.adapter.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.postgres.embedded.files.Folders;
import city.adapter.postgres.embedded.process.ServerLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    private static final int FILE_BYTES = 4 << 20;
    private static final int CHUNK_BYTES = 8 << 10;

    @TempDir
    Path folder;

    @Test
    void itStaysWithinTwoFilesHoweverMuchIsSaid() throws IOException {
        var log = new ServerLog(folder);

        log.drain(new ByteArrayInputStream(new byte[5 * FILE_BYTES]));

        assertThat(Folders.entriesOf(folder))
                .hasSize(2)
                .allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(FILE_BYTES + CHUNK_BYTES));
    }

    @Test
    void itIsReadToItsEndAlsoWhenItCannotBeWritten() throws IOException {
        var log = new ServerLog(folder.resolve("not-there"));
        var said = new ByteArrayInputStream(new byte[3 * CHUNK_BYTES]);

        log.drain(said);

        assertThat(said.available()).isZero();
    }

    @Test
    void theLastComplaintIsWhyItGaveUp() {
        var log = new ServerLog(folder);
        assertThat(log.lastComplaint()).isEmpty();

        log.drain(new ByteArrayInputStream("""
                2026-11-22 10:00:00 UTC [1]  FATAL:  an old one
                2026-11-22 10:00:01 UTC [1]  FATAL:  the disk is full
                2026-11-22 10:00:01 UTC [1]  LOG:  bye
                """.getBytes(UTF_8)));

        assertThat(log.lastComplaint()).isEqualTo("FATAL: the disk is full");
    }
}
