package city.adapter.vectors;

import static city.adapter.vectors.Layout.PLACES_PER_BLOCK;

import city.memory.domain.Embedding;
import city.memory.spi.MemoryIndex;
import city.world.ResidentId;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Exact search in a mapped file. A question compares with each of the resident's own vectors, which lie together in
/// blocks; pages of residents that nobody asks for stay on the disk.
///
/// One lock: any number of threads ask at once, a batch of writes is alone and therefore seen whole, and closing waits
/// for both. An interrupt of whoever writes closes the channel; then the file cannot grow any more until it is opened
/// again.
final class VectorIndex implements MemoryIndex {
    private static final Products PRODUCTS = Products.fastest(ModuleLayer.boot());

    private final int dimension;
    private final Products products;
    private final Blocks blocks;
    private final Map<ResidentId, Places> residents = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    VectorIndex(VectorSettings settings, VectorFile file, Products products) {
        this.dimension = settings.dimension();
        this.products = products;
        this.blocks = new Blocks(file);
        blocks.taken().forEach(number -> places(blocks.get(number).owner()).adopt(number));
    }

    /// An empty index, in place of any file that is there.
    ///
    /// @throws UncheckedIOException when the file cannot be written, or somebody has it
    static VectorIndex create(VectorSettings settings) {
        return new VectorIndex(settings, VectorFile.create(settings), PRODUCTS);
    }

    /// What the last one left, when it was closed in good order.
    ///
    /// @throws UnfitFile            when it is not there, torn, or of another version, dimension or space
    /// @throws UncheckedIOException when the file cannot be read, or somebody has it
    static VectorIndex open(VectorSettings settings) throws UnfitFile {
        return new VectorIndex(settings, VectorFile.open(settings), PRODUCTS);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public long size() {
        lock.readLock().lock();
        try {
            requireOpen();
            return residents.values().stream().mapToLong(Places::size).sum();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void put(List<Entry> entries) {
        entries.forEach(entry -> requireDimension(entry.embedding()));
        writing(() -> entries.forEach(this::put));
    }

    @Override
    public void remove(List<Key> keys) {
        writing(() -> keys.forEach(this::remove));
    }

    @Override
    public List<List<Neighbour>> nearest(List<Question> questions) {
        questions.forEach(question -> requireDimension(question.embedding()));
        lock.readLock().lock();
        try {
            requireOpen();
            return questions.stream().map(this::nearest).toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Ends what is asked and written; after it both are refused. Closing twice does nothing.
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                blocks.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(Entry entry) {
        places(entry.resident())
                .put(entry.memory(), entry.embedding().norm(), entry.embedding().values());
    }

    private void remove(Key key) {
        var places = residents.get(key.resident());
        if (places != null) {
            places.remove(key.memory());
            if (places.isEmpty()) {
                residents.remove(key.resident());
            }
        }
    }

    private List<Neighbour> nearest(Question question) {
        var places = residents.get(question.resident());
        if (places == null) {
            return List.of();
        }
        var nearest = new Nearest(question.limit());
        var vector = question.embedding().values();
        int norm = question.embedding().norm();
        var found = new int[PLACES_PER_BLOCK];
        for (var block : places.list()) {
            products.of(vector, block.extent(), block.vectors(), block.used(), found);
            for (int place = 0; place < block.used(); place++) {
                double cosine = Embedding.cosine(found[place], norm, block.norm(place));
                if (nearest.wants(cosine)) {
                    nearest.add(block.memory(place), cosine);
                }
            }
        }
        return nearest.list();
    }

    private Places places(ResidentId resident) {
        return residents.computeIfAbsent(resident, it -> new Places(it, blocks));
    }

    private void writing(Runnable change) {
        lock.writeLock().lock();
        try {
            requireOpen();
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the index is closed");
        }
    }

    private void requireDimension(Embedding embedding) {
        if (embedding.dimension() != dimension) {
            throw new IllegalArgumentException("dimension must be %d: %d".formatted(dimension, embedding.dimension()));
        }
    }
}
