package city.memory.testing;

import city.memory.spi.MemoryStore;

class FakeMemoryStoreTest extends MemoryStoreContract {
    private final FakeMemoryStore.Shelf shelf = new FakeMemoryStore.Shelf();

    @Override
    protected MemoryStore open(String space) {
        return new FakeMemoryStore(shelf, space);
    }
}
