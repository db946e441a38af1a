package city.app.wiring;

import city.adapter.llm.EmbedderSettings;
import city.agents.Budgets.Allowance;
import city.app.minds.MindsFile.Models;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What `run` was asked for, after flags, environment, file and defaults.
///
/// @param ticksPerSecond infinite for as fast as possible
/// @param port           of HTTP, 0 for a free one
/// @param mqttPort       of the embedded broker, 0 for a free one
/// @param redis          where projections are kept; none are without it
/// @param models         that think for residents; none do without them
/// @param stopAtTick     where the run ends by itself
/// @param headless       no HTTP and no MQTT
/// @param requireTokens  whether nobody outside speaks for a resident without its token
/// @param memory         how what residents live through is remembered; empty for not at all
/// @param telemetryDays  days of the city for which movement and the like stay in the log
/// @param mqttUrl        of a broker in place of the embedded one
public record RunSettings(
        Path data,
        Database.Choice database,
        Founding founding,
        double ticksPerSecond,
        int threads,
        String host,
        int port,
        int mqttPort,
        Optional<Broker> broker,
        Optional<Redis> redis,
        Optional<Models> models,
        OptionalLong stopAtTick,
        boolean headless,
        boolean requireTokens,
        int telemetryDays,
        Optional<Memory> memory) {
    /// Which city is founded, or must be the one that is there.
    public record Founding(Optional<String> scenario, OptionalLong seed, OptionalInt residents) {
        public static final String DEFAULT_SCENARIO = "default";

        public boolean isAnyGiven() {
            return scenario.isPresent() || seed.isPresent() || residents.isPresent();
        }
    }

    /// @param prefix stands before every key
    public record Redis(String url, String prefix) {}

    public record Broker(String url, Optional<String> user, Optional<String> password) {}

    /// @param embedder turns words into vectors; empty for the one that needs no model
    /// @param budget   of an embedder that a provider has
    /// @param qdrant   where vectors are looked up; empty for the index in the data folder
    public record Memory(Optional<EmbedderSettings> embedder, Allowance budget, Optional<Qdrant> qdrant) {
        public static final Memory STANDARD = new Memory(Optional.empty(), Allowance.NONE, Optional.empty());
    }

    /// @param apiKey empty where none is asked for
    public record Qdrant(URI url, String apiKey) {
        @Override
        public String toString() {
            return "Qdrant";
        }
    }
}
