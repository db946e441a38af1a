package city.app.bench.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChildCityTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern OF_THE_LAUNCHER =
            Pattern.compile("exec \"\\$JAVA_HOME/bin/java\" (.*?) \\$\\{CITY_JAVA_OPTS", Pattern.DOTALL);
    private static final Pattern OF_THE_IMAGE = Pattern.compile("java_options=\"(.*?)\"");

    @Test
    void aCityThatIsMeasuredHasTheOptionsOfTheLauncher() throws IOException {
        assertThat(options("city", OF_THE_LAUNCHER)).isEqualTo(ChildCity.JVM_OPTIONS);
    }

    @Test
    void theHeapIsTheSameInAnImage() throws IOException {
        assertThat(options("deploy/image.sh", OF_THE_IMAGE))
                .containsAll(ChildCity.JVM_OPTIONS.stream()
                        .filter(it -> it.startsWith("-XX"))
                        .toList());
    }

    private static List<String> options(String script, Pattern pattern) throws IOException {
        var found = pattern.matcher(Files.readString(ROOT.resolve(script)));
        assertThat(found.find()).as(script).isTrue();
        return List.of(found.group(1).split("[\\s\\\\]+"));
    }
}
