package city.app.cli;

import city.adapter.llm.ApiKey;
import city.adapter.llm.EmbedderSettings;
import city.adapter.llm.EmbedderSettings.MiniLm;
import city.adapter.llm.EmbedderSettings.Remote;
import city.adapter.llm.ProviderKind;
import city.agents.Budgets.Allowance;
import city.app.Failure;
import city.app.minds.EmbedderCosts;
import city.app.wiring.RunSettings.Memory;
import city.app.wiring.RunSettings.Qdrant;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Whether residents remember, who turns their words into vectors, and where these are looked up.
@SuppressWarnings("NullAway.Init")
final class MemoryOptions {
    private static final URI OPENAI = URI.create("https://api.openai.com/v1");

    /// Of the data folder, for the native library.
    private static final String MINILM = "minilm";

    @Option(
            names = "--memory",
            paramLabel = "on|off",
            description = "whether residents remember what they live through (default: ${DEFAULT-VALUE})",
            defaultValue = "on")
    private String memory;

    @Option(
            names = "--embedder",
            paramLabel = "WHO",
            description = "turns memories into vectors: hashed, minilm, openai or ollama (default: ${DEFAULT-VALUE})",
            defaultValue = "hashed")
    private String embedder;

    @Option(names = "--embedder-url", paramLabel = "URL", hidden = true)
    private Optional<String> embedderUrl = Optional.empty();

    @Option(names = "--embedder-api-key", paramLabel = "KEY", hidden = true)
    private Optional<String> embedderApiKey = Optional.empty();

    @Option(names = "--embedder-model", paramLabel = "NAME", hidden = true)
    private Optional<String> embedderModel = Optional.empty();

    @Option(names = "--embedder-dimension", paramLabel = "N", hidden = true, defaultValue = "768")
    private int embedderDimension;

    @Option(
            names = "--qdrant-url",
            paramLabel = "URL",
            description = "a Qdrant in place of the built-in index, such as http://host:6334 (default: none)")
    private Optional<String> qdrantUrl = Optional.empty();

    @Option(names = "--qdrant-api-key", paramLabel = "KEY", hidden = true, defaultValue = "")
    private String qdrantApiKey;

    /// Empty for residents who remember nothing.
    ///
    /// @throws Failure with the option that is wrong
    Optional<Memory> memory(Path data, EmbedderCostOptions costs) {
        return switch (memory) {
            case "on", "true" -> Optional.of(memories(data, costs));
            case "off", "false" -> Optional.empty();
            default -> throw Failure.wrongUsage("--memory must be on or off: " + memory);
        };
    }

    private Optional<Qdrant> qdrant() {
        return qdrantUrl.filter(it -> !it.isBlank()).map(it -> new Qdrant(address("--qdrant-url", it), qdrantApiKey));
    }

    private Memory memories(Path data, EmbedderCostOptions costs) {
        try {
            return switch (embedder) {
                case "hashed" -> new Memory(Optional.empty(), Allowance.NONE, qdrant());
                case "minilm" -> {
                    var miniLm = new MiniLm(data.resolve(MINILM), EmbedderSettings.STANDARD_CACHE);
                    yield new Memory(Optional.of(miniLm), Allowance.NONE, qdrant());
                }
                case "openai" -> remote(openAi(), costs.costs());
                case "ollama" -> remote(ollama(), costs.costs());
                default -> throw Failure.wrongUsage("--embedder must be hashed, minilm, openai or ollama: " + embedder);
            };
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUsage("--embedder %s: %s".formatted(embedder, e.getMessage()));
        }
    }

    private Memory remote(Remote settings, EmbedderCosts costs) {
        return new Memory(Optional.of(settings.at(costs.price())), costs.budget(), qdrant());
    }

    /// Another address is one that imitates OpenAI, and may ask for no key.
    private Remote openAi() {
        var url = embedderUrl.map(it -> address("--embedder-url", it)).orElse(OPENAI);
        var kind = url.equals(OPENAI) ? ProviderKind.OPENAI : ProviderKind.OPENAI_COMPATIBLE;
        var key = embedderApiKey.map(ApiKey::new).orElseGet(ApiKey::none);
        return Remote.standard(kind, url, key, embedderModel.orElse("text-embedding-3-small"), embedderDimension);
    }

    private Remote ollama() {
        var url = embedderUrl.orElseThrow(() -> Failure.wrongUsage("--embedder-url must be given for ollama"));
        return Remote.standard(
                ProviderKind.OLLAMA,
                address("--embedder-url", url),
                ApiKey.none(),
                embedderModel.orElse("nomic-embed-text"),
                embedderDimension);
    }

    /// The message does not repeat an address that may hold a password.
    private static URI address(String option, String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUsage(option + " must be an address such as http://host:port, and is none");
        }
    }
}
