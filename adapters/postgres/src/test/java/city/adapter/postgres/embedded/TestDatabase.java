package city.adapter.postgres.embedded;

import city.adapter.postgres.embedded.process.ServerAddress;
import java.sql.Connection;
import java.sql.SQLException;

/// A test's own database. Closing drops it, and ends whoever is still connected.
public final class TestDatabase implements AutoCloseable {
    private final ServerAddress address;

    TestDatabase(ServerAddress address) {
        this.address = address;
    }

    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    public String user() {
        return address.user();
    }

    public String password() {
        return address.password();
    }

    /// A new connection, which the caller closes.
    public Connection connect() throws SQLException {
        return address.connect();
    }

    @Override
    public void close() {
        PostgresForTests.drop(address.database());
    }
}
