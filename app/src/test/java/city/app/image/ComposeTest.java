package city.app.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The compose file as a text: that it works nobody can say here without an engine.
class ComposeTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void itNamesThisReleaseAndServersOnThisMachineOnly() throws Exception {
        var services = services();

        assertThat(services).containsOnlyKeys("city", "postgres", "redis", "mosquitto");
        assertThat(services.get("city"))
                .containsEntry("image", "city:" + version())
                .containsEntry("read_only", true);
        services.forEach((name, service) ->
                assertThat(ports(service)).as(name).allMatch(it -> it.toString().startsWith("127.0.0.1:")));
    }

    private static List<?> ports(Map<String, Object> service) {
        return (List<?>) service.getOrDefault("ports", List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(ROOT.resolve("deploy/compose.yml")));
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("services"));
    }

    private static String version() throws IOException {
        var version = Pattern.compile("<version>(.*)</version>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
