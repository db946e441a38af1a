package city.app;

import city.app.bench.child.ChildCity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The packed JAR as tests start it: processes of their own, a hundred in a run, of which most live for seconds.
public final class PackedCity {
    public static final Path JAR = Path.of(System.getProperty("city.jar"));

    /// A JVM that lives for seconds never gets back what it spends on optimising: without, it takes half the time.
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private PackedCity() {}

    public static List<String> command(String... words) {
        return command(SHORT_LIVED, words);
    }

    /// As a user starts it, for tests that say how long something takes.
    public static List<String> commandAsLaunched(String... words) {
        return command(ChildCity.JVM_OPTIONS, words);
    }

    private static List<String> command(List<String> options, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(words));
        return command;
    }
}
