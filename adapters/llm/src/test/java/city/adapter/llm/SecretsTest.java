package city.adapter.llm;

import static city.adapter.llm.Fixtures.KEY;
import static city.adapter.llm.Fixtures.LIMITS;
import static city.adapter.llm.Fixtures.UNLIMITED;
import static city.adapter.llm.Fixtures.WAIT;
import static city.adapter.llm.Fixtures.inOrder;
import static city.adapter.llm.Fixtures.open;
import static city.adapter.llm.Fixtures.provider;
import static city.adapter.llm.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.spi.ModelReply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/// A key goes to its provider, and nowhere else.
class SecretsTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA")
    void noFaultBringsAKeyIntoAReplyOrTheLog(WireFormat format) {
        var echo = "{\"error\":\"the key %s is not right\"}".formatted(KEY);
        var faults = List.<Deed>of(
                Deed.answer(WAIT),
                Deed.answer(KEY),
                new Deed.Refuse("no " + KEY),
                new Deed.Raw(200, Map.of(), echo),
                new Deed.Raw(401, Map.of(), echo),
                new Deed.Raw(400, Map.of(), echo),
                new Deed.Raw(500, Map.of(), echo),
                new Deed.Raw(429, Map.of(), echo),
                new Deed.Break(),
                new Deed.Hang());

        var logged = new ListAppender<ILoggingEvent>();
        var replies = logging(logged, () -> ask(format, faults));

        assertThat(replies).hasSize(faults.size()).noneMatch(it -> it.toString().contains(KEY));
        assertThat(logged.list).isNotEmpty();
        assertThat(logged.list.stream().flatMap(SecretsTest::words)).noneMatch(it -> it.contains(KEY));
    }

    @Test
    void aKeyDoesNotFollowARedirection() {
        try (var stub = StubProvider.start(WireFormat.ANTHROPIC);
                var elsewhere = StubProvider.start(WireFormat.ANTHROPIC);
                var adapter = open(inOrder(provider("here", WireFormat.ANTHROPIC, stub, LIMITS)))) {
            stub.always(new Deed.Raw(307, Map.of("Location", elsewhere.baseUrl() + "/messages"), ""));

            assertThat(adapter.ask(request(Duration.ofSeconds(20)), UNLIMITED))
                    .isInstanceOf(ModelReply.Unavailable.class);

            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void settingsDoNotShowTheirKeys() {
        try (var stub = StubProvider.start(WireFormat.OPENAI)) {
            var settings = inOrder(provider("here", WireFormat.OPENAI, stub, LIMITS));

            assertThat(settings.toString()).contains("here", "***").doesNotContain(KEY);
        }
    }

    @Test
    void aRefusedKeyOrAddressIsNotRepeated() {
        assertThatThrownBy(() -> new ApiKey(KEY + "\n")).message().doesNotContain(KEY);
        assertThatThrownBy(() -> at("https://user:" + KEY + "@host/v1"))
                .hasMessageContaining("baseUrl of here")
                .message()
                .doesNotContain(KEY);
        assertThatThrownBy(() -> at("https://host/v1?key=" + KEY))
                .hasMessageContaining("baseUrl of here")
                .message()
                .doesNotContain(KEY);
    }

    private static ProviderSettings at(String url) {
        return new ProviderSettings(
                "here", ProviderKind.OPENAI, URI.create(url), new ApiKey(KEY), "m", true, Price.free(), LIMITS);
    }

    private static List<ModelReply> ask(WireFormat format, List<Deed> faults) {
        return faults.stream()
                .map(fault -> {
                    try (var stub = StubProvider.start(format);
                            var adapter = open(inOrder(provider("here", format, stub, LIMITS)))) {
                        stub.always(fault);
                        return adapter.ask(request(Duration.ofMillis(400)), UNLIMITED);
                    }
                })
                .toList();
    }

    /// Hears what every logger says, however quietly.
    private static <T> T logging(ListAppender<ILoggingEvent> into, Supplier<T> work) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        into.start();
        root.addAppender(into);
        root.setLevel(Level.TRACE);
        try {
            return work.get();
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
