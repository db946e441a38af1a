package city.app.minds;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import city.agents.MindReport.Used;
import city.agents.spi.SpendBook;
import city.app.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was spent, in a line of a file: the moment, then calls, tokens and millionths of money of its minute, then
/// those of its day. Replaced as a whole, and on the disk before it is, so that a process that is killed and a machine
/// that stops leave the line of before or after.
public final class SpendFile implements SpendBook {
    private static final int NUMBERS = 6;

    private final Path file;
    private final Optional<Entry> before;

    private SpendFile(Path file, Optional<Entry> before) {
        this.file = file;
        this.before = before;
    }

    /// @throws Failure when there is one and it cannot be read
    public static SpendFile of(Path file) {
        try {
            return new SpendFile(file, Optional.of(parse(Files.readString(file))));
        } catch (NoSuchFileException none) {
            return new SpendFile(file, Optional.empty());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw Failure.couldNotStart(
                    "%s cannot be read (%s). Maybe delete it: what was spent today is forgotten then"
                            .formatted(file, e.getMessage()));
        }
    }

    /// As it was when the file was opened.
    @Override
    public Optional<Entry> find() {
        return before;
    }

    @Override
    public void replace(Entry entry) {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, text(entry), CREATE, WRITE, TRUNCATE_EXISTING, DSYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Entry entry) {
        return Stream.of(entry.minute(), entry.day())
                .flatMap(it -> Stream.of(it.calls(), it.tokens(), it.costMicros()))
                .map(String::valueOf)
                .collect(Collectors.joining(" ", entry.asOf() + " ", "\n"));
    }

    private static Entry parse(String text) {
        var words = text.strip().split(" ");
        if (words.length != NUMBERS + 1) {
            throw new IllegalArgumentException(
                    "it must have a moment and %d numbers: %d words".formatted(NUMBERS, words.length));
        }
        var numbers = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
        if (Arrays.stream(numbers).anyMatch(it -> it < 0)) {
            throw new IllegalArgumentException("a number is negative");
        }
        return new Entry(
                Instant.parse(words[0]),
                new Used(numbers[0], numbers[1], numbers[2]),
                new Used(numbers[3], numbers[4], numbers[5]));
    }
}
