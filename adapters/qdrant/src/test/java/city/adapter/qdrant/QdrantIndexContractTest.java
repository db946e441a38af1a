package city.adapter.qdrant;

import city.adapter.qdrant.server.StandIn;
import city.memory.spi.MemoryIndex;
import city.memory.testing.MemoryIndexContract;
import org.junit.jupiter.api.AfterEach;

/// The index keeps the contract through the official client and real sockets.
class QdrantIndexContractTest extends MemoryIndexContract {
    private final StandIn server = StandIn.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected MemoryIndex open(int dimension) {
        return QdrantIndex.create(Fixtures.settings(server, dimension), Fixtures.CLOCK);
    }
}
