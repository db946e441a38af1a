package city.app;

/// Which release of the program this is.
public final class Release {
    private Release() {}

    /// As in the JAR's manifest.
    public static String version() {
        var version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "from sources" : version;
    }
}
