package city.adapter.web;

import city.adapter.web.agents.OutsideMinds;
import city.adapter.web.description.AsyncApi;
import city.adapter.web.events.Streams;
import city.adapter.web.live.LiveSockets;
import city.agents.AgentsReads;
import city.agents.AnswerWitness;
import city.agents.LifeReads;
import city.agents.MindReads;
import city.agents.PartyReads;
import city.agents.spi.OutsideLimits;
import city.agents.spi.Speakers;
import city.agents.spi.ThoughtLog;
import city.economy.EconomyReads;
import city.economy.spi.TransferHistory;
import city.memory.Memories;
import city.social.SocialReads;
import city.social.spi.InteractionHistory;
import city.world.AlmanacReads;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Past;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanDefinitionRegistry;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;

/// The running HTTP server: REST under `/api/v1`, its description, Swagger UI and the operator's endpoints.
public final class WebServer implements AutoCloseable {
    /// No request of the API is near it; who sends more is told so before it is read.
    private static final String MAX_BODY = "1MB";

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private WebServer(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /// Makes what of a server needs no city. It takes seconds in code that never ran before, and may be done by any
    /// thread, beside whatever else starts.
    ///
    /// @param meters of the whole process; the server adds its own, which it looks for as it starts
    public static Frame prepare(WebSettings settings, PrometheusMeterRegistry meters) {
        var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .enableDefaultPropertySources(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .properties(properties(settings))
                .build();
        context.registerSingleton(WebSettings.class, settings);
        context.registerSingleton(PrometheusMeterRegistry.class, meters);
        return new Frame(context.start(), settings);
    }

    /// The port that it listens on.
    public int port() {
        return server.getPort();
    }

    /// Where programs that speak for residents are asked and heard, for other wires than those of this server.
    public OutsideMinds minds() {
        return context.getBean(OutsideMinds.class);
    }

    /// Ends the streams, then the server. Again does nothing.
    @Override
    public void close() {
        if (context.isRunning()) {
            context.getBean(LiveSockets.class).close();
            context.getBean(Streams.class).close();
            context.close();
        }
    }

    private static void register(BeanDefinitionRegistry context, WebPorts ports) {
        context.registerSingleton(Kernel.class, ports.kernel());
        context.registerSingleton(Past.class, ports.past());
        context.registerSingleton(WorldReads.class, ports.world());
        context.registerSingleton(AlmanacReads.class, ports.almanac());
        context.registerSingleton(EconomyReads.class, ports.economy());
        context.registerSingleton(SocialReads.class, ports.social());
        context.registerSingleton(AgentsReads.class, ports.agents());
        context.registerSingleton(LifeReads.class, ports.lives());
        context.registerSingleton(PartyReads.class, ports.parties());
        context.registerSingleton(TransferHistory.class, ports.transfers());
        context.registerSingleton(InteractionHistory.class, ports.interactions());
        context.registerSingleton(ThoughtLog.class, ports.thoughts());
        context.registerSingleton(AnswerWitness.class, ports.witness());
        context.registerSingleton(OutsideLimits.class, ports.limits());
        context.registerSingleton(MindReads.class, ports.minds());
        ports.memories().ifPresent(it -> context.registerSingleton(Memories.class, it));
        context.registerSingleton(Speakers.class, ports.speakers());
        context.registerSingleton(AsyncApi.class, ports.asyncApi());
    }

    private static Map<String, Object> properties(WebSettings settings) {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.application.name", "city");
        properties.put("micronaut.server.host", settings.host());
        properties.put("micronaut.server.port", settings.port());
        properties.put("micronaut.server.max-request-size", MAX_BODY);
        properties.put("micronaut.server.netty.max-header-size", 16_384);
        properties.put("micronaut.server.idle-timeout", "5m");
        properties.put("micronaut.server.log-handled-exceptions", false);
        properties.put("micronaut.serde.serialization.inclusion", "ALWAYS");
        properties.put("micronaut.netty.event-loops.default.shutdown-quiet-period", "0s");
        properties.put("micronaut.netty.event-loops.default.shutdown-timeout", "2s");
        properties.put("micronaut.metrics.binders.web.server.percentiles", "0.5,0.95,0.99");
        // They come along with the meters, and two routes at one address answer 400.
        properties.put("endpoints.all.enabled", false);
        properties.put("endpoints.health.enabled", false);
        properties.put("endpoints.info.enabled", false);
        return Map.copyOf(properties);
    }

    /// A server that has yet to be shown its city, and does not listen.
    public static final class Frame implements AutoCloseable {
        private final ApplicationContext context;
        private final WebSettings settings;

        private Frame(ApplicationContext context, WebSettings settings) {
            this.context = context;
            this.settings = settings;
        }

        /// Listens from here on. The frame is the server's, and closes with it or when this fails.
        ///
        /// @throws WebStartFailed when the port is taken
        public WebServer open(WebPorts ports) {
            register(context, ports);
            try {
                return new WebServer(
                        context, context.getBean(EmbeddedServer.class).start());
            } catch (ServerStartupException e) {
                context.close();
                throw new WebStartFailed(
                        "port %d of %s is taken or not allowed; choose another by --port"
                                .formatted(settings.port(), settings.host()),
                        e);
            }
        }

        /// Again, or after its server, does nothing.
        @Override
        public void close() {
            context.close();
        }
    }
}
