package city.adapter.qdrant;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import city.memory.domain.Embedding;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryIndex;
import city.world.kernel.CityClock;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsIdsList;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.UpsertPoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The index in a Qdrant server. It keeps the port's law to the last bit; see {@link Search} for how.
///
/// No call waits for ever: neither for the server, nor for another call. One that fails leaves the index as
/// usable as it was, and the next one finds the server again when it is back. Questions go on together, a batch
/// of writes is alone, so whoever asks through this index sees it whole; other programs that look into the
/// server may see a part of it. No other program may write there.
final class QdrantIndex implements MemoryIndex {
    /// What fails is not much to repeat.
    private static final int MAX_POINTS_PER_CALL = 256;

    /// Half of what gRPC takes by default.
    private static final int MAX_BYTES_PER_CALL = 2 << 20;

    /// A float and its share of the bytes in Base64, and a memory's words with all that is said of it.
    private static final int BYTES_PER_COMPONENT = 6;

    private static final int BYTES_AROUND = 4 << 10;

    private final QdrantSettings settings;
    private final Wire wire;
    private final String collection;
    private final Points points;
    private final Places places;
    private final Search search;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    private QdrantIndex(QdrantSettings settings, Wire wire, String collection, Points points) {
        this.settings = settings;
        this.wire = wire;
        this.collection = collection;
        this.points = points;
        this.places = new Places(wire, collection, points);
        this.search = new Search(wire, collection, points, settings.dimension());
    }

    /// What the server has, or an empty collection where it has none. Whether that is all, {@link #size} tells.
    ///
    /// @param clock what a tick is in the time of the city, for other programs to read
    /// @throws Unavailable     when the server does not answer
    /// @throws UnfitCollection when there is a collection of that name with other vectors
    public static QdrantIndex connect(QdrantSettings settings, CityClock clock) {
        return open(settings, clock, (collection, _) -> collection.provide());
    }

    /// The own space, empty; what others keep in the collection stays. A collection where there is none.
    ///
    /// @throws Unavailable     when the server does not answer
    /// @throws UnfitCollection when there is a collection of that name with other vectors
    public static QdrantIndex create(QdrantSettings settings, CityClock clock) {
        return open(settings, clock, (collection, points) -> {
            collection.provide();
            collection.clear(points.filter());
        });
    }

    private static QdrantIndex open(
            QdrantSettings settings, CityClock clock, BiConsumer<MemoryCollection, Points> prepare) {
        var wire = Wire.open(settings);
        try {
            var collection = new MemoryCollection(wire, settings.dimension());
            var points = new Points(settings.space(), settings.dimension(), clock);
            prepare.accept(collection, points);
            return new QdrantIndex(settings, wire, collection.name(), points);
        } catch (RuntimeException failed) {
            wire.close();
            throw failed;
        }
    }

    @Override
    public int dimension() {
        return settings.dimension();
    }

    /// Of the own space.
    @Override
    public long size() {
        return holding(lock.readLock(), places::count);
    }

    @Override
    public void put(List<Entry> entries) {
        put(entries, Function.identity(), points::point);
    }

    @Override
    public void putMemories(List<Remembered> memories) {
        put(memories, Entry::of, points::point);
    }

    @Override
    public void remove(List<Key> keys) {
        var ids = keys.stream().map(points::idOf).distinct().toList();
        holding(lock.writeLock(), () -> {
            inParts(ids, this::delete);
            return true;
        });
    }

    @Override
    public List<List<Neighbour>> nearest(List<Question> questions) {
        questions.forEach(question -> requireDimension(question.embedding()));
        return holding(lock.readLock(), () -> search.nearest(questions));
    }

    /// Calls in flight fail; afterwards all are refused. Closing twice does nothing.
    @Override
    public void close() {
        closed = true;
        wire.close();
    }

    private <T> void put(List<T> all, Function<T, Entry> entryOf, Function<T, PointStruct> pointOf) {
        var entries = all.stream().map(entryOf).toList();
        entries.forEach(entry -> requireDimension(entry.embedding()));
        int kept = holding(lock.writeLock(), () -> {
            int fitting = places.fitting(entries.stream().map(Points::keyOf).toList());
            var last = new LinkedHashMap<PointId, PointStruct>();
            all.subList(0, fitting).stream().map(pointOf).forEach(it -> last.put(it.getId(), it));
            inParts(List.copyOf(last.values()), this::upsert);
            return fitting;
        });
        if (kept < entries.size()) {
            throw new Full("no place for another memory of " + entries.get(kept).resident());
        }
    }

    private void upsert(List<PointStruct> some) {
        var request = UpsertPoints.newBuilder()
                .setCollectionName(collection)
                .addAllPoints(some)
                .setWait(true)
                .build();
        wire.points(it -> it.upsert(request));
    }

    private void delete(List<PointId> some) {
        var request = DeletePoints.newBuilder()
                .setCollectionName(collection)
                .setPoints(PointsSelector.newBuilder()
                        .setPoints(PointsIdsList.newBuilder().addAllIds(some)))
                .setWait(true)
                .build();
        wire.points(it -> it.delete(request));
    }

    private <T> void inParts(List<T> all, Consumer<List<T>> call) {
        int most = MAX_BYTES_PER_CALL / (BYTES_PER_COMPONENT * dimension() + BYTES_AROUND);
        int each = Math.min(MAX_POINTS_PER_CALL, most);
        for (int from = 0; from < all.size(); from += each) {
            call.accept(all.subList(from, Math.min(all.size(), from + each)));
        }
    }

    private <T> T holding(Lock held, Supplier<T> work) {
        lockInTime(held);
        try {
            if (closed) {
                throw new IllegalStateException("the index is closed");
            }
            return work.get();
        } finally {
            held.unlock();
        }
    }

    private void lockInTime(Lock wanted) {
        try {
            if (!wanted.tryLock(settings.timeout().toNanos(), NANOSECONDS)) {
                throw new Unavailable(
                        "Qdrant at %s: other calls took longer than %s".formatted(settings.url(), settings.timeout()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Qdrant at %s: the caller was interrupted".formatted(settings.url()));
        }
    }

    private void requireDimension(Embedding embedding) {
        if (embedding.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "dimension must be %d: %d".formatted(dimension(), embedding.dimension()));
        }
    }
}
