package city.app;

import city.app.cli.CityCommand;
import java.util.Locale;
import java.util.TimeZone;

/// The command line's entry on a Java that can run the city.
public final class Main {
    /// Of the JDK, read when the first virtual thread is made.
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private Main() {}

    /// Language, digits and time zone of the machine must not reach the city's state.
    public static void main(String[] words) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        leaveAProcessorToTheCity();
        System.exit(CityCommand.execute(words));
    }

    /// Whoever asks, answers or thinks does so on virtual threads, and all of them wait for the next commit. On as many
    /// carriers as there are processors they would hold it up themselves, as they hold up its thread and the
    /// database.
    private static void leaveAProcessorToTheCity() {
        if (System.getProperty(CARRIERS) == null) {
            int others = Runtime.getRuntime().availableProcessors() - 1;
            System.setProperty(CARRIERS, Integer.toString(Math.max(1, others)));
        }
    }
}
