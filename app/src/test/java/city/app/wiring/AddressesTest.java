package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.app.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The addresses of a city's surroundings, as an operator may misspell them.
class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:ses ame@host/db",
                "postgresql://ann:12/sesame@host/db",
                "postgresql://ann:sesame",
                "mysql://ann:sesame@host/db",
                "sesame"
            })
    void aDatabaseThatIsNoneIsRefusedWithoutItsPassword(String url, @TempDir Path data) {
        try (var folder = DataFolder.take(data)) {
            var choice = new Database.Choice(Optional.of(url), Optional.empty(), Optional.empty());

            assertThatThrownBy(() -> Database.start(folder, choice))
                    .isInstanceOfSatisfying(
                            Failure.class, it -> assertThat(it.exitCode()).isEqualTo(Failure.WRONG_USAGE))
                    .hasMessageContaining("CITY_POSTGRES_URL")
                    .hasMessageNotContainingAny("ses", "ame@", "sesame");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host:1883",
                "host",
                "http://host:1883",
                "tcp://",
                "tcp://ann:sesame@host:1883",
                "tcp://ann:ses ame@host",
                "tcp://ann:12/sesame@host"
            })
    void aBrokerThatIsNoneIsRefusedWithoutItsPassword(String url) {
        var broker = new RunSettings.Broker(url, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> Doors.requireSound(broker))
                .isInstanceOfSatisfying(
                        Failure.class, it -> assertThat(it.exitCode()).isEqualTo(Failure.WRONG_USAGE))
                .hasMessageContaining("--mqtt-url")
                .hasMessageNotContainingAny("sesame", "ses ame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://host", "mqtts://host:8883", "ws://127.0.0.1:9001/mqtt", "tcp://[::1]:1883"})
    void aBrokerThatIsOnePasses(String url) {
        Doors.requireSound(new RunSettings.Broker(url, Optional.empty(), Optional.empty()));
    }

    @Test
    void anAddressWithColonsStandsInBrackets() {
        assertThat(Doors.httpUrl("::1", 8080)).isEqualTo(URI.create("http://[::1]:8080"));
        assertThat(Doors.httpUrl("127.0.0.1", 80)).isEqualTo(URI.create("http://127.0.0.1:80"));
    }
}
