package city.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/// The packed JAR, as a user has it.
class CityJarIT {
    @Test
    void saysItsVersionAndNothingElse() throws IOException, InterruptedException {
        var city = new ProcessBuilder(PackedCity.command("version"))
                .redirectErrorStream(true)
                .start();
        var said = new String(city.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(city.waitFor()).isZero();
        assertThat(said).matches("city [0-9.]+, rules \\d+, Java .+\\R");
    }

    /// Each is listed by more than one of the JARs that went in, so a JAR that overwrote would list fewer.
    @Test
    void keepsTheServicesOfAllItsParts() throws IOException {
        assertThat(servicesOf("org.flywaydb.core.extensibility.Plugin"))
                .contains("org.flywaydb.database.postgresql.PostgreSQLDatabaseType")
                .contains("org.flywaydb.core.api.migration.baseline.BaselineMigrationResolver");
        assertThat(servicesOf("java.sql.Driver")).contains("org.postgresql.Driver");
        assertThat(servicesOf("org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory"))
                .contains("org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory");
    }

    /// What JMH forks, it finds by this list alone.
    @Test
    void keepsTheListOfSmallBenchmarks() throws IOException {
        assertThat(entry("META-INF/BenchmarkList"))
                .contains("micro.Decide", "micro.Observe", "micro.Scaling", "micro.Sleepers", "micro.Steps");
    }

    private static String servicesOf(String service) throws IOException {
        return entry("META-INF/services/" + service);
    }

    private static String entry(String name) throws IOException {
        try (var jar = new JarFile(PackedCity.JAR.toFile())) {
            var listed = jar.getInputStream(jar.getEntry(name));
            return new String(listed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
