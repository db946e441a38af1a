package city.memory.testing;

import city.memory.spi.MemoryIndex;

class BruteForceTest extends MemoryIndexContract {
    @Override
    protected MemoryIndex open(int dimension) {
        return new BruteForce(dimension);
    }
}
