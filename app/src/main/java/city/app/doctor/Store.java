package city.app.doctor;

import city.adapter.postgres.PostgresAdapter;
import city.adapter.postgres.record.Glance;
import city.app.Failure;
import city.app.wiring.CityParts;
import city.app.wiring.DataFolder;
import city.app.wiring.Database;
import city.world.kernel.Genesis;
import city.world.spi.Codec;
import city.world.spi.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The database that would hold the city, and the city that it holds. Our own is started for the look; where there is
/// none yet, in a folder that is deleted again. Nothing is founded, migrated or taken.
final class Store {
    private Store() {}

    static List<Finding> look(Path data, Database.Choice choice) {
        boolean own = choice.url().isEmpty();
        if (own && DataFolder.findHolder(data).isPresent()) {
            return List.of(Finding.ok("database", "runs with the city; look at /health and /info"));
        }
        if (own && !Database.isIn(data)) {
            return tryOut(choice);
        }
        return own ? inside(data, choice) : elsewhere(choice);
    }

    private static List<Finding> inside(Path data, Database.Choice choice) {
        try (var folder = DataFolder.takeExisting(data)) {
            return look(folder, choice);
        } catch (Failure e) {
            return List.of(Finding.fail("database", String.valueOf(e.getMessage()), "see docs/operations.md"));
        }
    }

    /// Somebody's database needs no files of ours, and a folder all the same.
    private static List<Finding> elsewhere(Database.Choice choice) {
        try {
            var place = Files.createTempDirectory("doctor");
            try (var folder = DataFolder.take(place)) {
                return look(folder, choice);
            } finally {
                delete(place);
            }
        } catch (IOException e) {
            return List.of(Finding.fail("database", "no temporary folder can be made", "set -Djava.io.tmpdir"));
        }
    }

    private static List<Finding> look(DataFolder folder, Database.Choice choice) {
        try (var database = Database.start(folder, choice)) {
            return describe(database.glance());
        } catch (Failure | PostgresAdapter.CannotOpen e) {
            return List.of(Finding.fail("database", String.valueOf(e.getMessage()), "see docs/operations.md"));
        }
    }

    private static List<Finding> tryOut(Database.Choice choice) {
        try {
            var place = Files.createTempDirectory("doctor");
            try (var folder = DataFolder.take(place);
                    var database = Database.start(folder, choice)) {
                var version = database.glance().serverVersion();
                return List.of(
                        Finding.ok("database", "PostgreSQL %s unpacks and starts".formatted(version)),
                        Finding.ok("city", "none yet: ./city run founds one"));
            } finally {
                delete(place);
            }
        } catch (Failure | IOException e) {
            return List.of(Finding.fail(
                    "database", "our own PostgreSQL does not start: " + e.getMessage(), "set CITY_POSTGRES_URL"));
        }
    }

    private static List<Finding> describe(Glance glance) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok("database", "PostgreSQL %s answers".formatted(glance.serverVersion())));
        findings.add(
                glance.head().isPresent() && glance.genesis().isPresent()
                        ? city(glance, glance.genesis().get())
                        : Finding.ok("city", "none yet: ./city run founds one"));
        glance.holder()
                .ifPresent(it -> findings.add(
                        Finding.warn("running", "the city is run by " + it, "stop it before you start another")));
        return findings;
    }

    private static Finding city(Glance glance, JournalEntry entry) {
        long tick = glance.head().map(it -> it.tick()).orElse(0L);
        try {
            var genesis = (Genesis) CityParts.CODEC.read(entry.type(), entry.payload());
            var found = "'%s' at tick %d, seed %d, rules %d"
                    .formatted(genesis.name(), tick, genesis.seed(), genesis.rulesVersion());
            return genesis.rulesVersion() == Genesis.RULES_VERSION
                    ? Finding.ok("city", found)
                    : Finding.fail(
                            "city",
                            found + ", and this release has rules " + Genesis.RULES_VERSION,
                            "run it with the release that founded it");
        } catch (Codec.Unreadable | ClassCastException e) {
            return Finding.fail(
                    "city",
                    "at tick %d, founded by a release that speaks otherwise".formatted(tick),
                    "run it with the release that founded it");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
