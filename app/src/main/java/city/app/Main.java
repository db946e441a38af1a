package city.app;

import city.app.cli.CityCommand;

/// The command line's entry on a Java that can run the city.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(CityCommand.execute(words));
    }
}
