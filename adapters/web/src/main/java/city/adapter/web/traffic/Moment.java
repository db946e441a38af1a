package city.adapter.web.traffic;

import city.world.kernel.access.Receipt;
import city.world.kernel.state.Snapshot;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/// The moment of the city that a request sees. It is taken once, so that the body and `City-Sequence` tell of the same
/// moment: when the request comes in, or, where it asks for an earlier one, when that is first wanted.
public final class Moment {
    public static final String SEQUENCE_HEADER = "City-Sequence";
    public static final String REPLAYED_HEADER = "Idempotent-Replayed";
    private static final String SNAPSHOT = "city.snapshot";
    private static final String RECEIPT = "city.receipt";

    private Moment() {}

    /// For threads that may block: an earlier moment takes its time.
    public static Snapshot of(HttpRequest<?> request) {
        var now = request.getAttribute(SNAPSHOT, Snapshot.class)
                .orElseThrow(() -> new IllegalStateException("the request has no snapshot"));
        var earlier = Earlier.askedBy(request);
        if (earlier.isEmpty()) {
            return now;
        }
        var then = earlier.get().than(now);
        begin(request, then);
        return then;
    }

    /// Notes that the request changed the city: its answer tells of the moment after.
    public static void changed(HttpRequest<?> request, Receipt<?> receipt) {
        request.setAttribute(RECEIPT, receipt);
    }

    static void begin(HttpRequest<?> request, Snapshot snapshot) {
        request.setAttribute(SNAPSHOT, snapshot);
    }

    static void tell(HttpRequest<?> request, MutableHttpResponse<?> response, long otherwise) {
        var receipt = request.getAttribute(RECEIPT, Receipt.class);
        long sequence = receipt.map(Receipt::sequence)
                .orElseGet(() -> request.getAttribute(SNAPSHOT, Snapshot.class)
                        .map(Snapshot::sequence)
                        .orElse(otherwise));
        HttpHeaders headers = response.getHeaders();
        if (!headers.contains(SEQUENCE_HEADER)) {
            response.header(SEQUENCE_HEADER, String.valueOf(sequence));
        }
        if (receipt.map(Receipt::repeated).orElse(false)) {
            response.header(REPLAYED_HEADER, "true");
        }
    }
}
