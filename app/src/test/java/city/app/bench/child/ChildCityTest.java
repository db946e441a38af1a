package city.app.bench.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChildCityTest {
    private static final Path LAUNCHER = Path.of("..", "city");
    private static final Pattern COMMAND =
            Pattern.compile("exec \"\\$JAVA_HOME/bin/java\" (.*?) \\$\\{CITY_JAVA_OPTS", Pattern.DOTALL);

    @Test
    void aCityThatIsMeasuredHasTheOptionsOfTheLauncher() throws IOException {
        var command = COMMAND.matcher(Files.readString(LAUNCHER));

        assertThat(command.find()).isTrue();
        assertThat(List.of(command.group(1).split("[\\s\\\\]+"))).isEqualTo(ChildCity.JVM_OPTIONS);
    }
}
