package city.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that starts a server, commits a row, and then waits to be killed.
final class HoldsAServer {
    private HoldsAServer() {}

    /// Runs it as a process of its own and returns once the row is committed.
    static Process on(Path folder) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        HoldsAServer.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var firstLine = process.inputReader().readLine();
        if (!"committed".equals(firstLine)) {
            throw new IllegalStateException("the holder of the server said: " + firstLine);
        }
        return process;
    }

    public static void main(String[] words) throws SQLException, InterruptedException {
        var server = BinariesForTests.start(Path.of(words[0]));
        try (var connection = server.address().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE deed (what text)");
            statement.execute("INSERT INTO deed VALUES ('acknowledged')");
        }
        System.out.println("committed");
        TimeUnit.MINUTES.sleep(2);
    }
}
