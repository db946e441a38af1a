package city.app;

/// The command line's entry on a Java that can run the city.
public final class Main {
    private static final int WRONG_USAGE = 2;

    private Main() {}

    public static void main(String[] words) {
        if (words.length == 1 && words[0].equals("version")) {
            System.out.println("city " + version());
            return;
        }
        System.err.println("city: this build knows only the word 'version'");
        System.exit(WRONG_USAGE);
    }

    private static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "from sources" : version;
    }
}
