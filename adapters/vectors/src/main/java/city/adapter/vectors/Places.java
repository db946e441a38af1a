package city.adapter.vectors;

import static city.adapter.vectors.Layout.PLACES_PER_BLOCK;

import city.memory.MemoryId;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Full;
import city.world.ResidentId;
import java.util.ArrayList;
import java.util.List;

/// The places of one resident. Those that are used come first, without a gap: all of its blocks are full but the last.
/// Not safe for several threads.
final class Places {
    private final ResidentId resident;
    private final Blocks blocks;

    /// Numbers of blocks, in the order of their places.
    private final List<Integer> own = new ArrayList<>();

    private int used;

    Places(ResidentId resident, Blocks blocks) {
        this.resident = resident;
        this.blocks = blocks;
    }

    /// Takes in a block that was written earlier.
    void adopt(int number) {
        int places = blocks.get(number).used();
        used += places;
        boolean last = places < PLACES_PER_BLOCK;
        own.add(last ? own.size() : 0, number);
    }

    int size() {
        return used;
    }

    boolean isEmpty() {
        return used == 0;
    }

    List<Block> list() {
        return own.stream().map(blocks::get).toList();
    }

    /// @throws Full when there is no place, and nothing has changed
    void put(MemoryId memory, int norm, byte[] vector) {
        int place = find(memory);
        if (place < 0) {
            place = append();
        }
        block(place).write(place % PLACES_PER_BLOCK, memory, norm, vector);
    }

    void remove(MemoryId memory) {
        int place = find(memory);
        if (place < 0) {
            return;
        }
        int last = used - 1;
        if (place != last) {
            block(last).copy(last % PLACES_PER_BLOCK, block(place), place % PLACES_PER_BLOCK);
        }
        used = last;
        block(last).use(resident, last % PLACES_PER_BLOCK);
        if (last % PLACES_PER_BLOCK == 0) {
            blocks.free(own.removeLast());
        }
    }

    private int find(MemoryId memory) {
        for (int i = 0; i < own.size(); i++) {
            int place = blocks.get(own.get(i)).find(memory);
            if (place >= 0) {
                return i * PLACES_PER_BLOCK + place;
            }
        }
        return -1;
    }

    private int append() {
        if (used == MemoryIndex.PLACES_PER_RESIDENT) {
            throw new Full("memories of %s must be at most %d".formatted(resident, MemoryIndex.PLACES_PER_RESIDENT));
        }
        int place = used;
        if (place % PLACES_PER_BLOCK == 0) {
            own.add(blocks.take());
        }
        used++;
        block(place).use(resident, place % PLACES_PER_BLOCK + 1);
        return place;
    }

    private Block block(int place) {
        return blocks.get(own.get(place / PLACES_PER_BLOCK));
    }
}
