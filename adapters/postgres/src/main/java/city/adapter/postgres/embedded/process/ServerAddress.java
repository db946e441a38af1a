package city.adapter.postgres.embedded.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/// Where a database is and how to be let in.
public record ServerAddress(int port, String database, String user, String password) {
    private static final String CONNECT_TIMEOUT_SECONDS = "5";

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public ServerAddress withDatabase(String other) {
        return new ServerAddress(port, other, user, password);
    }

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        var connection = new Driver().connect(jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("the driver does not know the address " + jdbcUrl());
        }
        return connection;
    }

    /// Never the password.
    @Override
    public String toString() {
        return jdbcUrl();
    }
}
