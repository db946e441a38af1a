package city.adapter.qdrant;

import static city.adapter.qdrant.Fixtures.CLOCK;
import static city.adapter.qdrant.Fixtures.KEY;
import static city.adapter.qdrant.Fixtures.entry;
import static city.adapter.qdrant.Fixtures.nearest;
import static city.memory.testing.Memories.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import city.adapter.qdrant.server.StandIn;
import io.grpc.Status;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// A key goes to its server, and nowhere else.
class SecretsTest {
    private final StandIn server = StandIn.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theKeyOpensTheDoorAndAWrongOneDoesNot() {
        server.mischief().demandKey(KEY);

        try (var index = QdrantIndex.connect(settings(KEY), CLOCK)) {
            index.put(List.of(entry(1, ANN, 1, 0)));
            assertThat(nearest(index, ANN, 1, 0)).hasSize(1);
        }
        assertThatThrownBy(() -> QdrantIndex.connect(settings("another"), CLOCK))
                .hasMessageContaining("UNAUTHENTICATED: Invalid API key or JWT: ***");
    }

    @Test
    void noFaultBringsAKeyIntoAMessageOrTheLog() {
        var heard = new ListAppender<ILoggingEvent>();
        var messages = new ArrayList<String>();
        logging(heard, () -> {
            try (var index = QdrantIndex.connect(settings(KEY), CLOCK)) {
                index.put(List.of(entry(1, ANN, 1, 0)));
                for (var status : List.of(Status.UNAUTHENTICATED, Status.NOT_FOUND, Status.INVALID_ARGUMENT)) {
                    server.mischief().fail(status.withDescription("the key\n" + KEY + " is not right"));
                    messages.add(messageOf(() -> nearest(index, ANN, 1, 0)));
                }
                server.vanish();
                messages.add(messageOf(() -> nearest(index, ANN, 1, 0)));
            }
        });

        assertThat(messages).hasSize(4).noneMatch(it -> it.contains(KEY)).noneMatch(it -> it.contains("\n"));
        assertThat(heard.list.stream().flatMap(SecretsTest::words)).noneMatch(it -> it.contains(KEY));
    }

    @Test
    void settingsAndRefusalsDoNotShowIt() {
        assertThat(settings(KEY).toString()).contains("***").doesNotContain(KEY);
        assertThatThrownBy(() -> new ApiKey(KEY + "\n")).message().doesNotContain(KEY);
        assertThatThrownBy(() -> at("http://user:" + KEY + "@host")).message().doesNotContain(KEY);
        assertThatThrownBy(() -> at("http://host?key=" + KEY)).message().doesNotContain(KEY);
    }

    private QdrantSettings settings(String key) {
        return new QdrantSettings(server.url(), new ApiKey(key), "test", 2, Duration.ofSeconds(20));
    }

    private static QdrantSettings at(String url) {
        return new QdrantSettings(URI.create(url), ApiKey.none(), "test", 2, Duration.ofSeconds(20));
    }

    private static String messageOf(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failed) {
            assertThat(failed.getCause()).isNull();
            return String.valueOf(failed.getMessage());
        }
        throw new AssertionError("the call must fail");
    }

    /// Hears what every logger says, however quietly.
    private static void logging(ListAppender<ILoggingEvent> into, Runnable work) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        into.start();
        root.addAppender(into);
        root.setLevel(Level.TRACE);
        try {
            work.run();
        } finally {
            root.setLevel(level);
            root.detachAppender(into);
        }
    }

    private static Stream<String> words(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return Stream.of(event.getFormattedMessage(), thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }
}
