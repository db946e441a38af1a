package city.app.minds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.agents.MindReport.Used;
import city.agents.spi.SpendBook.Entry;
import city.app.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpendFileTest {
    private static final Entry ENTRY =
            new Entry(Instant.parse("2026-11-01T12:00:07.123456Z"), new Used(1, 20, 3), new Used(4, 50, 6_000_000));

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsThereForTheNextProcess() {
        var file = folder.resolve("spend");
        var book = SpendFile.of(file);
        assertThat(book.find()).isEmpty();

        book.replace(new Entry(Instant.EPOCH, new Used(0, 0, 0), new Used(0, 0, 0)));
        book.replace(ENTRY);

        assertThat(SpendFile.of(file).find()).hasValue(ENTRY);
    }

    @Test
    void whatCannotBeReadEndsTheStartAndSaysWhatToDo() throws Exception {
        for (var odd :
                List.of("", "soon 1 2 3 4 5 6", "2026-11-01T12:00:00Z 1 2 3", "2026-11-01T12:00:00Z 1 2 3 4 5 -6")) {
            var file = Files.writeString(folder.resolve("spend"), odd);

            assertThatThrownBy(() -> SpendFile.of(file))
                    .as(odd)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("Maybe delete it");
        }
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        var book = SpendFile.of(folder.resolve("gone").resolve("spend"));

        assertThatThrownBy(() -> book.replace(ENTRY)).isInstanceOf(UncheckedIOException.class);
    }
}
