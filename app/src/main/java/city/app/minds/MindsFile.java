package city.app.minds;

import city.adapter.llm.ApiKey;
import city.adapter.llm.Limits;
import city.adapter.llm.LlmSettings;
import city.adapter.llm.Price;
import city.adapter.llm.ProviderKind;
import city.adapter.llm.ProviderSettings;
import city.adapter.llm.Route;
import city.agents.spi.MindsSettings;
import city.agents.spi.MindsSettings.Night;
import city.agents.spi.MindsSettings.Remember;
import city.agents.spi.ModelTier;
import city.app.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads the operator's file of models. Keys do not stand in it: it names the variables of the environment that hold
/// them, so the file may be shown to anybody.
public final class MindsFile {
    private static final int MAX_MILLIS = 600_000;

    private final Map<String, String> environment;

    private MindsFile(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @param minds what the city's part of asking is set to
    /// @param llm   which models there are
    public record Models(MindsSettings minds, LlmSettings llm) {}

    /// @param environment where keys are found
    /// @throws Failure with the field that is wrong
    public static Models read(Path file, Map<String, String> environment) {
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            var reader = new MindsFile(environment);
            return Fields.of(root).read(reader::models);
        } catch (IOException e) {
            throw Failure.wrongUsage("--minds %s cannot be read: %s".formatted(file, e.getMessage()));
        } catch (YAMLException | Fields.Unfit e) {
            throw Failure.wrongUsage("--minds %s: %s".formatted(file, e.getMessage()));
        }
    }

    private Models models(Fields root) {
        var providers = root.list("providers", this::provider);
        var routes = routes(root.part("routes"), providers);
        var minds = minds(root, providers);
        var connect = Duration.ofMillis(root.number("connect_timeout_ms", 2_000, 1, MAX_MILLIS));
        return new Models(minds, new LlmSettings(providers, routes, connect));
    }

    private MindsSettings minds(Fields root, List<ProviderSettings> providers) {
        long deadline = root.number(
                "deadline_ms", MindsSettings.USUAL_DEADLINE.toMillis(), 100, MindsSettings.LONGEST_DEADLINE.toMillis());
        return new MindsSettings(
                Duration.ofMillis(deadline),
                (int) root.number("max_concurrent", 64, 1, MindsSettings.MOST_CONCURRENT),
                (int) root.number(
                        "prompt_tokens", 1_200, MindsSettings.LEAST_PROMPT_TOKENS, MindsSettings.MOST_PROMPT_TOKENS),
                (int) root.number(
                        "answer_tokens", 200, MindsSettings.LEAST_ANSWER_TOKENS, MindsSettings.MOST_ANSWER_TOKENS),
                (int) root.number("memories", 8, 0, MindsSettings.MOST_MEMORIES),
                root.part("remember").read(MindsFile::remember),
                root.part("night").read(MindsFile::night),
                root.part("budgets").read(it -> BudgetFields.read(it, providers)));
    }

    private static Remember remember(Fields fields) {
        return new Remember(
                (int) fields.number("days", 0, 0, Remember.MOST_DAYS),
                (int) fields.number("per_resident", 64, 1, Remember.MOST_PER_RESIDENT),
                (int) fields.number("in_all", 50_000, 1, Remember.MOST_IN_ALL));
    }

    private static Night night(Fields fields) {
        long deadline = fields.number(
                "deadline_ms", Night.USUAL_DEADLINE.toMillis(), 100, MindsSettings.LONGEST_DEADLINE.toMillis());
        return new Night(
                fields.flag("enabled", true),
                (int) fields.number("threshold", 1_500, 0, Night.MOST_THRESHOLD),
                Duration.ofMillis(deadline),
                (int) fields.number(
                        "prompt_tokens", 2_500, MindsSettings.LEAST_PROMPT_TOKENS, MindsSettings.MOST_PROMPT_TOKENS),
                (int) fields.number("answer_tokens", 900, Night.LEAST_ANSWER_TOKENS, Night.MOST_ANSWER_TOKENS),
                (int) fields.number("memories", 30, 1, Night.MOST_MEMORIES));
    }

    private ProviderSettings provider(Fields fields) {
        return new ProviderSettings(
                fields.text("name"),
                fields.oneOf("kind", ProviderKind.class),
                url(fields),
                key(fields),
                fields.text("model"),
                fields.flag("native_schema", true),
                fields.part("price").read(MindsFile::price),
                limits(fields));
    }

    private static URI url(Fields fields) {
        try {
            return URI.create(fields.text("url"));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("url", "must be an address such as https://host/v1");
        }
    }

    private ApiKey key(Fields fields) {
        return fields.findText("key_env")
                .map(name -> {
                    var secret = environment.get(name);
                    if (secret == null || secret.isBlank()) {
                        throw fields.wrong("key_env", "names a variable of the environment that is not there: " + name);
                    }
                    return new ApiKey(secret.strip());
                })
                .orElseGet(ApiKey::none);
    }

    private static Price price(Fields fields) {
        return new Price(
                fields.findMicros("input").orElse(0L),
                fields.findMicros("output").orElse(0L));
    }

    private static Limits limits(Fields fields) {
        var standard = Limits.standard();
        return new Limits(
                Duration.ofMillis(fields.number(
                        "answer_timeout_ms", standard.answerTimeout().toMillis(), 1, MAX_MILLIS)),
                (int) fields.number("max_concurrent", standard.maxConcurrent(), 1, 1_000),
                (int) fields.number("calls_per_minute", standard.callsPerMinute(), 1, 1_000_000),
                standard.breakerWindow(),
                standard.breakerPause());
    }

    /// Without routes all providers are asked in their order.
    private static Map<ModelTier, List<Route>> routes(Fields fields, List<ProviderSettings> providers) {
        var routes = new EnumMap<ModelTier, List<Route>>(ModelTier.class);
        fields.read(it -> {
            for (var tier : ModelTier.values()) {
                var given = it.list(tier.name().toLowerCase(Locale.ROOT), MindsFile::route);
                routes.put(tier, given.isEmpty() ? inOrder(providers) : given);
            }
            return routes;
        });
        return routes;
    }

    private static Route route(Fields fields) {
        return new Route(fields.text("provider"), (int) fields.number("rank", 1, 1, 16), (int)
                fields.number("weight", 1, 1, 1_000));
    }

    private static List<Route> inOrder(List<ProviderSettings> providers) {
        return IntStream.range(0, providers.size())
                .mapToObj(it -> new Route(providers.get(it).name(), it + 1, 1))
                .toList();
    }
}
