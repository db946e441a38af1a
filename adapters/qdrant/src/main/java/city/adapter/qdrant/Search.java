package city.adapter.qdrant;

import static city.memory.spi.MemoryIndex.PLACES_PER_RESIDENT;
import static java.util.Comparator.comparingDouble;

import city.memory.spi.MemoryIndex.Neighbour;
import city.memory.spi.MemoryIndex.Question;
import io.qdrant.client.QueryFactory;
import io.qdrant.client.grpc.Points.PayloadIncludeSelector;
import io.qdrant.client.grpc.Points.QuantizationSearchParams;
import io.qdrant.client.grpc.Points.QueryBatchPoints;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.SearchParams;
import io.qdrant.client.grpc.Points.WithPayloadSelector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Asks the server for candidates and settles their order here.
///
/// The server's cosine is one of floats: right to some millionths, while the port promises the integers' to the
/// last bit, and the smaller id first where they are equal. So each candidate's cosine is computed again from
/// its bytes. More are fetched than were asked for, and more again until the last one fetched is, by the
/// server's word, farther than any rounding could hide.
final class Search {
    private static final Comparator<Neighbour> NEAREST_FIRST =
            comparingDouble(Neighbour::cosine).reversed().thenComparing(Neighbour::memory);

    /// Enough for near ties to end within; where many are equally near, it is asked again for more.
    private static final int SPARE = 16;

    private static final int MORE = 4;

    /// Of all questions of one request: some 3 MB of answer with 768 components.
    private static final int MAX_CANDIDATES = 2 * PLACES_PER_RESIDENT;

    /// Without an index that approximates, and with the vectors as they were given.
    private static final SearchParams EXACTLY = SearchParams.newBuilder()
            .setExact(true)
            .setQuantization(QuantizationSearchParams.newBuilder().setIgnore(true))
            .build();

    private static final WithPayloadSelector FIELDS = WithPayloadSelector.newBuilder()
            .setInclude(PayloadIncludeSelector.newBuilder().addAllFields(Points.FIELDS_OF_A_CANDIDATE))
            .build();

    private final Wire wire;
    private final String collection;
    private final Points points;
    private final double tolerance;

    Search(Wire wire, String collection, Points points, int dimension) {
        this.wire = wire;
        this.collection = collection;
        this.points = points;
        this.tolerance = tolerance(dimension);
    }

    /// How far the server's cosine may be off: half a last bit for each product, each sum, and the lengths, twice over.
    static double tolerance(int dimension) {
        return (dimension + 16) * 0x1p-23;
    }

    List<List<Neighbour>> nearest(List<Question> questions) {
        var hunts = questions.stream().map(Hunt::new).toList();
        for (var open = hunts;
                !open.isEmpty();
                open = open.stream().filter(it -> !it.isOver).toList()) {
            batches(open).forEach(this::ask);
        }
        return hunts.stream().map(it -> it.nearest).toList();
    }

    private void ask(List<Hunt> hunts) {
        var request = QueryBatchPoints.newBuilder().setCollectionName(collection);
        hunts.forEach(it -> request.addQueryPoints(it.query()));
        var answers = wire.points(it -> it.queryBatch(request.build())).getResultList();
        if (answers.size() != hunts.size()) {
            throw new UnfitCollection(
                    "answers must be one for each of %d questions: %d".formatted(hunts.size(), answers.size()));
        }
        for (int i = 0; i < hunts.size(); i++) {
            hunts.get(i).take(answers.get(i).getResultList());
        }
    }

    private static List<List<Hunt>> batches(List<Hunt> hunts) {
        var batches = new ArrayList<List<Hunt>>();
        int room = 0;
        for (var hunt : hunts) {
            if (hunt.fetch > room) {
                batches.add(new ArrayList<>());
                room = MAX_CANDIDATES;
            }
            batches.getLast().add(hunt);
            room -= hunt.fetch;
        }
        return batches;
    }

    /// One question until it is answered.
    private final class Hunt {
        private final Question question;
        private int fetch;
        private List<Neighbour> nearest = List.of();
        private boolean isOver;

        Hunt(Question question) {
            this.question = question;
            this.fetch = Math.min(question.limit() + SPARE, PLACES_PER_RESIDENT);
        }

        QueryPoints query() {
            return QueryPoints.newBuilder()
                    .setCollectionName(collection)
                    .setQuery(QueryFactory.nearest(Points.floats(question.embedding())))
                    .setFilter(points.filter(question.resident()))
                    .setParams(EXACTLY)
                    .setWithPayload(FIELDS)
                    .setLimit(fetch)
                    .build();
        }

        void take(List<ScoredPoint> found) {
            nearest = found.stream()
                    .map(it -> points.read(it.getPayloadMap()))
                    .map(it -> new Neighbour(it.memory(), it.embedding().cosine(question.embedding())))
                    .sorted(NEAREST_FIRST)
                    .limit(question.limit())
                    .toList();
            isOver = found.size() < fetch
                    || fetch == PLACES_PER_RESIDENT
                    || isBeyond(found.getLast().getScore());
            fetch = Math.min(MORE * fetch, PLACES_PER_RESIDENT);
        }

        /// Nothing that was not fetched is as near as the last of the nearest.
        private boolean isBeyond(float last) {
            return last + tolerance < nearest.getLast().cosine();
        }
    }
}
