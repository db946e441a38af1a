package city.app.bench.minds;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.app.Failure;
import city.app.bench.child.ChildCity;
import java.io.IOException;
import java.io.PrintStream;

/// The stub model as a child of this program.
final class StubProcess implements AutoCloseable {
    private final Process process;
    private final PrintStream orders;
    private final int port;

    private StubProcess(Process process, int port) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.port = port;
    }

    static StubProcess start() throws IOException {
        var process = new ProcessBuilder(
                        ChildCity.java().toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StubModel.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = process.inputReader(UTF_8).readLine();
        if (line == null) {
            throw Failure.doesNotHold("the stub model did not start");
        }
        return new StubProcess(process, Integer.parseInt(line));
    }

    /// As the providers' settings want it.
    String url() {
        return "http://127.0.0.1:%d/v1".formatted(port);
    }

    /// From now on every answer is a rest of so many minutes.
    void rest(int minutes) {
        orders.println(minutes);
    }

    /// From now on it answers nothing.
    void hang() {
        orders.println("hang");
    }

    @Override
    public void close() throws IOException {
        orders.close();
        process.destroy();
    }
}
