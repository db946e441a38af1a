package city.app.bench.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The embedded PostgreSQL of a running city, reached beside it with the password of its folder.
public record ChildDatabase(int port, String password) {
    public static final String USER = "city";

    /// Of `postmaster.pid`, counted from 0.
    private static final int PORT_LINE = 3;

    public static ChildDatabase of(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve("pg/data/postmaster.pid"));
        var password = Files.readString(data.resolve("pg/password")).strip();
        return new ChildDatabase(Integer.parseInt(lines.get(PORT_LINE).strip()), password);
    }

    /// @param database `city`, or another on the same server
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=bench".formatted(port, database), USER, password);
    }

    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }
}
