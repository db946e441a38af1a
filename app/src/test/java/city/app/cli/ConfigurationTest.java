package city.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.app.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @Test
    void aFlagStandsOverTheEnvironmentOverTheFileOverTheDefault() {
        var environment = Map.of("CITY_SEED", "2", "CITY_SPEED", "2");
        var file = Map.of("seed", "3", "speed", "3", "port", "3");

        var printed = printed(environment, file, "run", "--print-config", "--seed", "1");

        assertThat(printed)
                .containsPattern("(?m)^seed: 1 +# --seed$")
                .containsPattern("(?m)^speed: 2 +# CITY_SPEED$")
                .containsPattern("(?m)^port: 3 +# city.yml$")
                .containsPattern("(?m)^mqtt_port: 1883 +# default$");
    }

    @Test
    void whatIsSecretIsMasked() {
        var environment = Map.of(
                "CITY_POSTGRES_URL", "postgresql://ann:sesame@host/city?sslpassword=sesame&ssl=true",
                "CITY_POSTGRES_PASSWORD", "sesame",
                "CITY_MQTT_URL", "tcp://bob:sesame@host:1883",
                "CITY_MQTT_PASSWORD", "sesame");

        var printed = printed(environment, Map.of(), "run", "--print-config");

        assertThat(printed)
                .doesNotContain("sesame")
                .contains("postgresql://ann:****@host/city?sslpassword=****&ssl=true")
                .contains("tcp://bob:****@host:1883")
                .contains("postgres_password: ****");
    }

    @Test
    void anEmptySecretIsSeenToBeEmpty() {
        assertThat(printed(Map.of(), Map.of(), "run", "--print-config"))
                .containsPattern("(?m)^postgres_password: +# default$");
    }

    @Test
    void aSettingThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> Configuration.of(Map.of(), Map.of("prot", "1"), CityCommand.line()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("there is no setting prot")
                .hasMessageContaining("port");
    }

    @ParameterizedTest
    @CsvSource({
        "mqtt_url, tcp://host:1883, tcp://host:1883",
        "mqtt_url, tcp://ann:p:w@host:1883, tcp://ann:****@host:1883",
        "url, postgresql://host/city?user=ann&password=x, postgresql://host/city?user=ann&password=****",
        "redis_url, redis://sesame@host, redis://****@host",
        "redis_url, redis://:sesame@host:6379/1, redis://:****@host:6379/1",
        "postgres_url, postgresql://ann:a/b@host/db, postgresql://ann:****@host/db",
        "postgres_url, postgresql://ann:a?b@c#d@host/db, postgresql://ann:****@host/db",
        "api_token, abc, ****",
        "require_tokens, true, true"
    })
    void onlyTheSecretPartIsMasked(String name, String value, String shown) {
        assertThat(PrintedConfig.mask(name, value)).isEqualTo(shown);
    }

    private static String printed(Map<String, String> environment, Map<String, String> file, String... words) {
        var line = CityCommand.line();
        var out = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setDefaultValueProvider(Configuration.of(environment, file, line));
        assertThat(line.execute(words)).isZero();
        return out.toString();
    }
}
