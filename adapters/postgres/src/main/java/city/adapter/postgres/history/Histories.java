package city.adapter.postgres.history;

import city.adapter.postgres.PostgresSettings;
import city.economy.spi.TransferHistory;
import city.social.spi.InteractionHistory;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/// The repositories and the small pool that they read through, in a context of their own: nothing but this folder
/// knows of it.
public final class Histories implements AutoCloseable {
    /// Readers that wait for the past at once; the rest queue behind them.
    private static final int POOL_SIZE = 3;

    /// A reader is told so soon that the database is away; it must be before the reader's own patience ends.
    private static final int PATIENCE_MILLIS = 5_000;

    /// A page of the past takes milliseconds; silence means a dead link.
    private static final String SILENCE_SECONDS = "20";

    private final ApplicationContext context;

    private Histories(ApplicationContext context) {
        this.context = context;
    }

    public static Histories open(PostgresSettings settings) {
        return new Histories(ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .enableDefaultPropertySources(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .properties(properties(settings))
                .start());
    }

    public TransferHistory transfers() {
        return new PostgresTransferHistory(context.getBean(TransactionRepository.class));
    }

    public InteractionHistory interactions() {
        return new PostgresInteractionHistory(context.getBean(InteractionRepository.class));
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> properties(PostgresSettings settings) {
        return Map.ofEntries(
                Map.entry("datasources.default.url", settings.jdbcUrl()),
                Map.entry("datasources.default.username", settings.user()),
                Map.entry("datasources.default.password", settings.password()),
                Map.entry("datasources.default.dialect", "POSTGRES"),
                Map.entry("datasources.default.read-only", true),
                Map.entry("datasources.default.minimum-idle", 1),
                Map.entry("datasources.default.maximum-pool-size", POOL_SIZE),
                Map.entry("datasources.default.connection-timeout", PATIENCE_MILLIS),
                Map.entry("datasources.default.data-source-properties.socketTimeout", SILENCE_SECONDS),
                Map.entry("flyway.enabled", false),
                Map.entry("micronaut.server.enabled", false));
    }
}
