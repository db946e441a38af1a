package city.app.cli;

import city.app.wiring.Database;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where a city is kept: every word that looks at one takes these.
final class DatabaseOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "the city's folder (default: ${DEFAULT-VALUE})", defaultValue = "city-data")
    private Path data = Path.of("city-data");

    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            description = "a PostgreSQL 15 or later that holds the city, such as postgresql://user@host/name")
    private Optional<String> url = Optional.empty();

    @Option(names = "--postgres-user", paramLabel = "NAME", hidden = true)
    private Optional<String> user = Optional.empty();

    @Option(names = "--postgres-password", paramLabel = "WORD", hidden = true)
    private Optional<String> password = Optional.empty();

    Path data() {
        return data;
    }

    Database.Choice choice() {
        return new Database.Choice(url.filter(it -> !it.isBlank()), user, password);
    }
}
