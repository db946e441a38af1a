package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.qdrant.server.StandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A village that keeps the vectors of its memories in a server which speaks Qdrant's protocol.
class VectorServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ARRIVAL = "I am ";

    private final StandIn server = StandIn.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void recallAsksTheServerAndAServerThatLostAllIsFilledFromTheRecord() throws Exception {
        var address = Map.of("CITY_QDRANT_URL", server.url().toString());
        try (var city = LiveCity.start(
                folder.resolve("city"), address, "--scenario", "village", "--residents", "25", "--speed", "50")) {
            var resident = city.ids("/api/v1/agents?limit=1").getFirst();
            awaitArrival(city, resident);
            assertThat(server.storage().payloads("agent_memories_384"))
                    .anyMatch(it -> it.get("agent_id").getStringValue().equals(resident)
                            && it.get("content").getStringValue().startsWith(ARRIVAL));
            assertThat(server.mischief().calls()).contains("QueryBatch");

            server.storage().empty();

            awaitArrival(city, resident);
            assertThat(server.storage().payloads("agent_memories_384"))
                    .filteredOn(it -> it.get("content").getStringValue().startsWith(ARRIVAL))
                    .hasSize(25);
        }
    }

    private static void awaitArrival(LiveCity city, String resident) throws Exception {
        Programs.await(
                "the arrival comes to mind",
                PATIENCE,
                () -> recalled(city, resident).stream().anyMatch(it -> it.startsWith(ARRIVAL)));
    }

    /// Nothing while the index is being built.
    private static List<String> recalled(LiveCity city, String resident) throws Exception {
        var answer = city.get("/api/v1/agents/%s/memories?query=I+came+to+the+city&limit=100".formatted(resident));
        return answer.statusCode() == 503
                ? List.of()
                : Json.items(Json.object(answer.body())).stream()
                        .map(it -> String.valueOf(it.get("content")))
                        .toList();
    }
}
