package city.app.wiring;

import city.adapter.postgres.PostgresAdapter;
import city.adapter.postgres.PostgresSettings;
import city.adapter.postgres.embedded.EmbeddedPostgres;
import city.adapter.postgres.embedded.PostgresStartException;
import city.adapter.postgres.record.Glance;
import city.app.Failure;
import city.world.kernel.state.Table;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The database that holds the city: the one of `CITY_POSTGRES_URL`, or our own under the data folder.
public final class Database implements AutoCloseable {
    /// Of our own server, under the data folder.
    private static final String FOLDER = "pg";

    private final Optional<EmbeddedPostgres> server;
    private final PostgresSettings settings;

    private Database(Optional<EmbeddedPostgres> server, PostgresSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /// @param url  `postgresql://user:password@host:port/name`, with or without `jdbc:`; empty for our own
    /// @param user,password in place of the URL's
    public record Choice(Optional<String> url, Optional<String> user, Optional<String> password) {}

    /// Whether our own database was ever started in a data folder.
    public static boolean isIn(Path data) {
        return EmbeddedPostgres.isIn(data.resolve(FOLDER));
    }

    /// Deletes our own database in a data folder, if there is one, and ends a server that a killed program left on it.
    ///
    /// @throws Failure when somebody uses it, or it cannot be deleted
    public static void discard(DataFolder folder) {
        try {
            EmbeddedPostgres.discard(folder.resolve(FOLDER));
        } catch (PostgresStartException e) {
            throw Failure.couldNotStart(e.getMessage());
        }
    }

    /// Gives our own database, which was closed, to another data folder on the same disk: whole or not at all.
    ///
    /// @throws Failure when it cannot be moved, and then it is where it was
    public static void move(DataFolder from, DataFolder to) {
        try {
            EmbeddedPostgres.move(from.resolve(FOLDER), to.resolve(FOLDER));
        } catch (PostgresStartException e) {
            throw Failure.couldNotStart(e.getMessage());
        }
    }

    /// Our own, whatever the surroundings name.
    public static Choice own() {
        return new Choice(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Like {@link #start}, but for a look at what is there: an empty folder is left empty.
    ///
    /// @throws Failure when there is nothing, too
    static Database startExisting(DataFolder folder, Choice choice) {
        if (choice.url().isEmpty() && !EmbeddedPostgres.isIn(folder.resolve(FOLDER))) {
            throw Failure.couldNotStart("there is no city in " + folder.resolve(""));
        }
        return start(folder, choice);
    }

    /// @throws Failure when our own cannot be started or the URL is no such
    public static Database start(DataFolder folder, Choice choice) {
        var holder = "city, process " + ProcessHandle.current().pid();
        if (choice.url().isPresent()) {
            return new Database(Optional.empty(), settings(choice, choice.url().get(), holder));
        }
        try {
            var server = EmbeddedPostgres.start(folder.resolve(FOLDER));
            return new Database(
                    Optional.of(server),
                    new PostgresSettings(server.jdbcUrl(), server.user(), server.password(), holder));
        } catch (PostgresStartException e) {
            throw Failure.couldNotStart(e.getMessage());
        }
    }

    /// @throws Failure when the database is away, too old or not as declared
    public PostgresAdapter open(List<Table> tables) {
        try {
            return PostgresAdapter.open(settings, tables);
        } catch (PostgresAdapter.CannotOpen e) {
            throw Failure.couldNotStart("the database " + e.getMessage());
        }
    }

    /// @throws PostgresAdapter.CannotOpen when it is away
    public Glance glance() {
        return PostgresAdapter.glance(settings);
    }

    /// For people: what holds the city.
    public String description() {
        return server.map(it -> "embedded PostgreSQL, process " + it.pid()).orElseGet(settings::address);
    }

    @Override
    public void close() {
        server.ifPresent(EmbeddedPostgres::close);
    }

    private static PostgresSettings settings(Choice choice, String url, String holder) {
        var uri = addressIn(url);
        var login = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
        var jdbc = "jdbc:postgresql://%s%s%s%s"
                .formatted(
                        uri.getHost(),
                        uri.getPort() < 0 ? "" : ":" + uri.getPort(),
                        uri.getPath(),
                        uri.getQuery() == null ? "" : "?" + uri.getQuery());
        return new PostgresSettings(
                jdbc,
                choice.user().orElse(login[0]),
                choice.password().orElse(login.length > 1 ? login[1] : ""),
                holder);
    }

    /// Nothing of a wrong one is repeated, for a password may stand anywhere in it.
    private static URI addressIn(String url) {
        try {
            var uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
            if (uri.getScheme() != null
                    && uri.getScheme().startsWith("postgres")
                    && uri.getHost() != null
                    && !uri.getPath().contains("@")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw Failure.wrongUsage("CITY_POSTGRES_URL is no address of a PostgreSQL database: it must be like"
                + " postgresql://user:password@host:5432/name, with %2F for a / in the password, and so on");
    }
}
