package city.adapter.vectors;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Which blocks of the file are somebody's. The lowest that is free is taken next, so the file grows last. Not safe for
/// several threads.
final class Blocks implements AutoCloseable {
    private final VectorFile file;
    private final BitSet taken = new BitSet();

    Blocks(VectorFile file) {
        this.file = file;
        IntStream.range(0, file.blocks())
                .filter(number -> file.block(number).used() > 0)
                .forEach(taken::set);
    }

    IntStream taken() {
        return taken.stream();
    }

    Block get(int number) {
        return file.block(number);
    }

    int take() {
        int number = taken.nextClearBit(0);
        if (number == file.blocks()) {
            file.grow();
        }
        taken.set(number);
        return number;
    }

    void free(int number) {
        taken.clear(number);
    }

    @Override
    public void close() {
        file.close();
    }
}
