package city.adapter.qdrant;

import city.memory.spi.MemoryIndex;
import city.memory.testing.MemoryIndexContract;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/// The contract on Qdrant's own image.
@Tag("containers")
class QdrantInContainerTest extends MemoryIndexContract {
    private static final int REST_PORT = 6333;
    private static final int GRPC_PORT = 6334;

    private static final GenericContainer<?> QDRANT = new GenericContainer<>("qdrant/qdrant:v1.18.0")
            .withExposedPorts(REST_PORT, GRPC_PORT)
            .withEnv("QDRANT__SERVICE__API_KEY", Fixtures.KEY)
            .waitingFor(Wait.forHttp("/readyz").forPort(REST_PORT));

    @BeforeAll
    static void start() {
        QDRANT.start();
    }

    @AfterAll
    static void stop() {
        QDRANT.stop();
    }

    @Override
    protected MemoryIndex open(int dimension) {
        var url = URI.create("http://%s:%d".formatted(QDRANT.getHost(), QDRANT.getMappedPort(GRPC_PORT)));
        var settings =
                new QdrantSettings(url, new ApiKey(Fixtures.KEY), "test", dimension, QdrantSettings.STANDARD_TIMEOUT);
        return QdrantIndex.create(settings, Fixtures.CLOCK);
    }
}
