package city.app.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;

/// The image in a real engine, as `deploy/README.md` says to run it.
@Tag("containers")
class ImageInDockerIT {
    private static final Duration LIFE = Duration.ofMinutes(3);

    @Test
    void dockerLoadsTheImageAndACityLivesInIt(@TempDir Path folder) throws Exception {
        var image = Image.build(folder);
        try (var archive = Files.newInputStream(image.archive())) {
            DockerClientFactory.instance().client().loadImageCmd(archive).exec();
        }
        var name = image.json("manifest.json").get(0).get("RepoTags").get(0).asText();
        try (var city = new GenericContainer<>(name)
                .withCommand("run", "--port", "0", "--mqtt-port", "0", "--speed", "max", "--ticks", "30")
                .withCreateContainerCmdModifier(
                        it -> it.getHostConfig().withReadonlyRootfs(true).withInit(true))
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(LIFE))) {
            city.start();

            assertThat(city.getLogs()).contains("stopped at tick 30, state ");
        }
    }
}
