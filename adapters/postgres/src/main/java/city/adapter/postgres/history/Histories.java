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

    private final ApplicationContext context;

    private Histories(ApplicationContext context) {
        this.context = context;
    }

    public static Histories open(PostgresSettings settings) {
        return new Histories(ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of(
                        "datasources.default.url",
                        settings.jdbcUrl(),
                        "datasources.default.username",
                        settings.user(),
                        "datasources.default.password",
                        settings.password(),
                        "datasources.default.dialect",
                        "POSTGRES",
                        "datasources.default.read-only",
                        true,
                        "datasources.default.minimum-idle",
                        1,
                        "datasources.default.maximum-pool-size",
                        POOL_SIZE,
                        "flyway.enabled",
                        false,
                        "micronaut.server.enabled",
                        false))
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
}
