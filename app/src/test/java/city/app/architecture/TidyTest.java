package city.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.architecture.Sources.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a reader sees before reading: short files, short methods, imports by name, nothing left for later.
class TidyTest {
    private static final int LONG_FILE_LINES = 300;
    private static final int LONG_METHOD_LINES = 60;
    private static final Pattern STAR_IMPORT = Pattern.compile("^import .*\\*;");

    /// Put together from halves, so that this file does not find itself.
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static final List<SourceFile> SOURCES = Sources.all();

    @Test
    void importsAreByName() {
        assertThat(linesThatMatch(STAR_IMPORT, SOURCES)).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(linesThatMatch(LEFT_FOR_LATER, SOURCES)).isEmpty();
    }

    @Test
    void filesGetShorterOnly() {
        var longFiles = SOURCES.stream()
                .filter(file -> file.lines().size() > LONG_FILE_LINES)
                .map(file -> "%s (%d lines)".formatted(file.path(), file.lines().size()));

        assertRatchet("long-files", longFiles.toList());
    }

    @Test
    void methodsGetShorterOnly() {
        var longMethods = Sources.methodsOf(SOURCES).stream()
                .filter(method -> method.lines() > LONG_METHOD_LINES)
                .map(method -> "%s (%d lines)".formatted(method.where(), method.lines()));

        assertRatchet("long-methods", longMethods.toList());
    }

    @Test
    void theTidyEyeSeesWhatIsUntidy() {
        var untidy = new SourceFile(
                Path.of("Untidy.java"),
                List.of("import java.util.*;", "// TO" + "DO: sweep", "import java.util.List;"));

        assertThat(linesThatMatch(STAR_IMPORT, List.of(untidy))).containsExactly("Untidy.java:1 import java.util.*;");
        assertThat(linesThatMatch(LEFT_FOR_LATER, List.of(untidy))).hasSize(1);
        assertThat(SOURCES).hasSizeGreaterThan(50);
        assertThat(Sources.methodsOf(SOURCES))
                .contains(new Sources.Method("app/src/test/java/broken/vagueexception/world/Trap.java spring", 3));
    }

    private static List<String> linesThatMatch(Pattern pattern, List<SourceFile> files) {
        return files.stream().flatMap(file -> matches(pattern, file)).toList();
    }

    private static Stream<String> matches(Pattern pattern, SourceFile file) {
        return IntStream.range(0, file.lines().size())
                .filter(i -> pattern.matcher(file.lines().get(i)).find())
                .mapToObj(i ->
                        "%s:%d %s".formatted(file.path(), i + 1, file.lines().get(i)));
    }

    /// The number in ratchet.properties may only go down, and must go down when the code does.
    private static void assertRatchet(String name, List<String> offenders) {
        assertThat(offenders)
                .as("ratchet.properties says '%s'; shorten what is new, or lower the number", name)
                .hasSize(ratchet(name));
    }

    private static int ratchet(String name) {
        var ratchets = new Properties();
        try (var stored = TidyTest.class.getResourceAsStream("ratchet.properties")) {
            ratchets.load(stored);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Integer.parseInt(ratchets.getProperty(name));
    }
}
