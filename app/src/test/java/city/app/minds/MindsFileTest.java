package city.app.minds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.llm.Price;
import city.adapter.llm.ProviderKind;
import city.agents.Budgets.Limit;
import city.agents.spi.MindsSettings.Night;
import city.agents.spi.MindsSettings.Remember;
import city.agents.spi.ModelTier;
import city.app.Failure;
import city.app.minds.MindsFile.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MindsFileTest {
    private static final String ONE = """
            providers:
              - {name: home, kind: openai_compatible, url: "http://127.0.0.1:8000/v1", model: tiny}
            """;

    @TempDir
    private Path folder;

    @Test
    void aProviderIsEnough() throws IOException {
        var models = read(ONE);

        assertThat(models.minds().deadline()).isEqualTo(Duration.ofMillis(500));
        assertThat(models.minds().budgets().city().perDay()).isEqualTo(Limit.NONE);
        assertThat(models.llm().providers()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(ProviderKind.OPENAI_COMPATIBLE);
            assertThat(it.price()).isEqualTo(Price.free());
            assertThat(it.apiKey().isNone()).isTrue();
        });
        assertThat(models.llm().routes().get(ModelTier.DEEP)).hasSize(1);
        assertThat(models.minds().remember().days()).isZero();
        assertThat(models.minds().night().enabled()).isTrue();
        assertThat(models.minds().night().deadline()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void allIsRead() throws IOException {
        var models = read("""
                deadline_ms: 800
                max_concurrent: 200
                memories: 4
                providers:
                  - name: big
                    kind: anthropic
                    url: https://api.anthropic.com/v1
                    model: large
                    key_env: BIG_KEY
                    price: {input: "3.00", output: "15.00"}
                    max_concurrent: 40
                  - {name: home, kind: ollama, url: "http://127.0.0.1:11434", model: tiny, native_schema: false}
                routes:
                  quick: [{provider: home, weight: 3}, {provider: big, rank: 2}]
                remember: {days: 3, per_resident: 20}
                night: {threshold: 900, memories: 12, deadline_ms: 5000, enabled: false}
                budgets:
                  city: {money_per_day: "5.00", calls_per_minute: 600}
                  resident: {tokens_per_day: 50000}
                """);

        assertThat(models.minds().deadline()).isEqualTo(Duration.ofMillis(800));
        assertThat(models.minds().remember()).isEqualTo(new Remember(3, 20, 50_000));
        assertThat(models.minds().night()).isEqualTo(new Night(false, 900, Duration.ofSeconds(5), 2_500, 900, 12));
        assertThat(models.minds().budgets().city().perDay().costMicros()).isEqualTo(5_000_000);
        assertThat(models.minds().budgets().city().perMinute().calls()).isEqualTo(600);
        assertThat(models.minds().budgets().resident().perDay().tokens()).isEqualTo(50_000);
        var big = models.llm().providers().getFirst();
        assertThat(big.apiKey().secret()).isEqualTo("sk-very-secret");
        assertThat(big.price()).isEqualTo(new Price(3_000_000, 15_000_000));
        assertThat(models.llm().routes().get(ModelTier.QUICK)).hasSize(2);
        assertThat(models.llm().routes().get(ModelTier.DEEP))
                .as("without routes: all, in their order")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deadline_ms: soon                                  | deadline_ms must be a whole number from 100 to
            deadline: 500                                      | deadline is no setting; there are
            budgets: {city: {money_per_day: "-1"}}             | budgets.city.money_per_day must be an amount
            budgets: {city: {money_per_year: "1"}}             | budgets.city.money_per_year is no setting
            routes: {quick: [{provider: elsewhere}]}           | elsewhere
            remember: {days: 366}                              | remember.days must be a whole number from 0 to 365
            remember: {weeks: 1}                               | remember.weeks is no setting; there are
            night: {threshold: -1}                             | night.threshold must be a whole number from 0 to
            night: {deadline_ms: 99}                           | night.deadline_ms must be a whole number from 100
            night: {enabled: often}                            | night.enabled must be true or false
            routes: {slow: []}                                 | routes.slow is no setting
            budgets: {providers: {hoem: {calls_per_day: 1}}}   | budgets.providers.hoem is no provider; there are home
            budgets: {providers: {home: {money_per_day: "1"}}} | budgets.providers.home.money_per_day limits nothing, as home has no price
            budgets: {city: {money_per_minute: "1"}}           | budgets.city.money_per_minute limits nothing, as no provider has a price
            """)
    void whatIsWrongIsNamed(String line, String complaint) {
        assertThatThrownBy(() -> read(ONE + line + "\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--minds")
                .hasMessageContaining(complaint);
    }

    @Test
    void aKeyThatIsNotThereIsAskedForByItsName() {
        assertThatThrownBy(() -> read(ONE.replace("model: tiny", "model: tiny, key_env: NO_SUCH_KEY")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("providers[0].key_env", "NO_SUCH_KEY");
        assertThatThrownBy(() -> read(ONE.replace("openai_compatible", "openai")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("providers[0]: apiKey of home must be given");
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("providers must be 1 to 16: 0");
    }

    private Models read(String text) throws IOException {
        var file = Files.writeString(folder.resolve("minds.yml"), text);
        return MindsFile.read(file, Map.of("BIG_KEY", "sk-very-secret"));
    }
}
