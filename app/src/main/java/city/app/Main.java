package city.app;

import city.app.cli.CityCommand;
import java.util.Locale;
import java.util.TimeZone;

/// The command line's entry on a Java that can run the city.
public final class Main {
    private Main() {}

    /// Language, digits and time zone of the machine must not reach the city's state.
    public static void main(String[] words) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.exit(CityCommand.execute(words));
    }
}
