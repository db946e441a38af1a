package city.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which release of the program this is.
public final class Release {
    private Release() {}

    /// As in the JAR's manifest.
    public static String version() {
        var version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "from sources" : version;
    }

    /// Another for each build of a release.
    public static String build() {
        try {
            var place = Path.of(Release.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return version() + " of " + Files.getLastModifiedTime(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
