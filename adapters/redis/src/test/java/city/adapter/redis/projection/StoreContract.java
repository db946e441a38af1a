package city.adapter.redis.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.redis.projection.Change.Drop;
import city.adapter.redis.projection.Change.DropScore;
import city.adapter.redis.projection.Change.PutHash;
import city.adapter.redis.projection.Change.PutScore;
import city.adapter.redis.projection.Change.Rename;
import city.adapter.redis.projection.StoreFailed.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What every store must do, the real one and the one that stands for it.
public abstract class StoreContract {
    protected static final String MARKER = "world:projection";

    protected abstract Store store();

    protected abstract Map<String, String> hash(String key);

    protected abstract Map<String, Double> scores(String key);

    /// By another client, as everything below.
    protected abstract void put(String key, Map<String, String> fields);

    protected abstract void flush();

    /// Until the end of the test.
    protected abstract void vanish();

    @Test
    void aWriteDoesAllOfItsChangesInTheirOrder() throws Exception {
        try (var session = store().open()) {
            assertThat(session.marker()).isEmpty();

            assertThat(session.write(List.of(
                            new PutHash("a", Map.of("x", "1", "y", "2")),
                            new PutHash("a", Map.of("x", "3")),
                            new PutHash("b", Map.of("x", "1")),
                            new Drop("b"),
                            new Drop("never there"),
                            new PutScore("draft", "ann", 10.25),
                            new PutScore("draft", "ben", 7),
                            new PutScore("draft", "ann", 12.5),
                            new DropScore("draft", "ben"),
                            new DropScore("draft", "nobody"),
                            new PutScore("wealth", "old", 1),
                            new Rename("draft", "wealth"),
                            marker("1"))))
                    .isTrue();

            assertThat(hash("a")).isEqualTo(Map.of("x", "3", "y", "2"));
            assertThat(hash("b")).isEmpty();
            assertThat(scores("wealth")).isEqualTo(Map.of("ann", 12.5));
            assertThat(scores("draft")).isEmpty();
            assertThat(session.marker()).isEqualTo(Map.of("sequence", "1"));
        }
    }

    @Test
    void oneWriteAfterTheOtherIsUndisturbed() throws Exception {
        try (var session = store().open()) {
            session.marker();
            for (int each = 0; each < 20; each++) {
                assertThat(session.write(List.of(marker("" + each)))).isTrue();
            }

            put("somebody's", Map.of("x", "1"));
            assertThat(session.write(List.of(marker("20")))).isTrue();
        }
    }

    @Test
    void whoeverTouchesTheMarkerIsNoticedAndNothingIsWritten() throws Exception {
        try (var session = store().open()) {
            session.marker();
            session.write(List.of(marker("1")));
            put(MARKER, Map.of("sequence", "1"));

            assertThat(session.write(List.of(new PutHash("a", Map.of("x", "1")), marker("2"))))
                    .isFalse();

            assertThat(hash("a")).isEmpty();
            assertThat(session.marker()).isEqualTo(Map.of("sequence", "1"));
            assertThat(session.write(List.of(marker("3")))).isTrue();
        }
    }

    @Test
    void anEmptiedStoreIsNoticed() throws Exception {
        try (var session = store().open()) {
            session.marker();
            session.write(List.of(new PutHash("a", Map.of("x", "1")), marker("1")));
            flush();

            assertThat(session.write(List.of(new PutHash("a", Map.of("x", "2")), marker("2"))))
                    .isFalse();

            assertThat(session.marker()).isEmpty();
            assertThat(hash("a")).isEmpty();
        }
    }

    @Test
    void anEarlierSessionWritesNothingMoreOnceALaterOneHasWritten() throws Exception {
        try (var earlier = store().open();
                var later = store().open()) {
            earlier.marker();
            earlier.write(List.of(marker("1")));
            later.marker();
            assertThat(later.write(List.of(new PutHash("a", Map.of("x", "new")), marker("2"))))
                    .isTrue();

            assertThat(earlier.write(List.of(new PutHash("a", Map.of("x", "old")), marker("2"))))
                    .isFalse();

            assertThat(hash("a")).isEqualTo(Map.of("x", "new"));
        }
    }

    @Test
    void everyKeyWithABeginningIsFound() throws Exception {
        try (var session = store().open()) {
            session.marker();
            var changes = new ArrayList<Change>();
            IntStream.range(0, 900).forEach(it -> changes.add(new PutHash("agent:" + it, Map.of("x", "1"))));
            changes.add(new PutHash("other", Map.of("x", "1")));
            changes.add(marker("1"));
            session.write(changes);
            var found = new ArrayList<String>();

            session.forEachKey("agent:", found::addAll);

            assertThat(found.stream().distinct()).hasSize(900).allMatch(it -> it.startsWith("agent:"));
        }
    }

    @Test
    void aChangeOfAKeyOfAnotherKindIsRefused() throws Exception {
        try (var session = store().open()) {
            session.marker();
            put("wealth", Map.of("x", "1"));

            assertThatThrownBy(() -> session.write(List.of(new PutScore("wealth", "ann", 1), marker("1"))))
                    .isInstanceOfSatisfying(
                            StoreFailed.class, it -> assertThat(it.kind()).isEqualTo(Kind.REFUSED));
        }
    }

    @Test
    void aStoreThatVanishesIsAway() throws Exception {
        try (var session = store().open()) {
            session.marker();
            session.write(List.of(marker("1")));
            vanish();

            assertAway(() -> session.write(List.of(marker("2"))));
            assertAway(session::marker);
            assertAway(() -> store().open());
        }
    }

    private static void assertAway(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreFailed.class, it -> assertThat(it.kind()).isEqualTo(Kind.AWAY));
    }

    private static Change marker(String sequence) {
        return new PutHash(MARKER, Map.of("sequence", sequence));
    }
}
