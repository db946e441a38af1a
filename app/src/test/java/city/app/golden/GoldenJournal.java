package city.app.golden;

import city.app.wiring.CityParts;
import city.world.kernel.Genesis;
import city.world.kernel.Shards;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.spi.CityRecord;
import city.world.spi.JournalEntry;
import city.world.spi.Probe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A journal on file: a first line of rules version, last tick and state, then a line for each entry, fields parted by
/// tabs, of which canonical text has none.
///
/// @param state the hash at the last tick
record GoldenJournal(String name, int rulesVersion, long ticks, String state, List<JournalEntry> entries) {
    static final String RECORD = "city.golden.record";

    private static final String COMMAND = "mvn test -pl app -am -Dcity.jar.skip -Dtest=GoldenJournalTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D" + RECORD + "=true";

    /// Of the module, in which tests run.
    private static final Path FOLDER = Path.of("src/test/resources/city/app/golden");

    static GoldenJournal read(String name) {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(fileOf(name))), StandardCharsets.UTF_8))) {
            var first = in.readLine().split("\t");
            var entries = in.lines().map(GoldenJournal::entry).toList();
            return new GoldenJournal(name, Integer.parseInt(first[0]), Long.parseLong(first[1]), first[2], entries);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "there is no golden journal '%s'; record it by %s".formatted(name, COMMAND), e);
        }
    }

    void write() {
        try {
            Files.createDirectories(FOLDER);
            try (var out = new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(fileOf(name))), StandardCharsets.UTF_8)) {
                out.write("%d\t%d\t%s\n".formatted(rulesVersion, ticks, state));
                for (var it : entries) {
                    out.write(String.join(
                            "\t",
                            String.valueOf(it.ordinal()),
                            String.valueOf(it.tick()),
                            it.actor(),
                            it.type(),
                            it.payload(),
                            it.chain()));
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What whoever changed the code must do now; empty when there is nothing to do.
    Optional<String> verdict() {
        if (rulesVersion != Genesis.RULES_VERSION) {
            return Optional.of("'%s' was recorded under rules version %d and the code has %d: record anew by %s"
                    .formatted(name, rulesVersion, Genesis.RULES_VERSION, COMMAND));
        }
        var now = replay();
        return now.equals(state)
                ? Optional.empty()
                : Optional.of(
                        "'%s' gives state %s at tick %d and gave %s: the rules changed. Raise Genesis.RULES_VERSION and record anew by %s"
                                .formatted(name, now, ticks, state, COMMAND));
    }

    private String replay() {
        var first = entries.getFirst();
        var machine = machine(Origin.read(first.type(), first.payload(), CityParts.CODEC));
        machine.found(CityRecord.FOUNDER);
        for (var entry : entries.subList(1, entries.size())) {
            runTo(machine, entry.tick());
            machine.follow(entry);
        }
        runTo(machine, ticks);
        return machine.stateHash();
    }

    static Machine machine(Origin origin) {
        var assembly = CityParts.assemble(Shards.sequential()).assembly();
        return new Machine(origin, assembly, CityParts.CODEC, Probe.none(), () -> 0);
    }

    private static void runTo(Machine machine, long tick) {
        while (machine.tick() < tick) {
            machine.runTick();
        }
        machine.take();
    }

    private static JournalEntry entry(String line) {
        var fields = line.split("\t", -1);
        return new JournalEntry(
                Long.parseLong(fields[0]), Long.parseLong(fields[1]), fields[2], fields[3], fields[4], fields[5]);
    }

    private static Path fileOf(String name) {
        return FOLDER.resolve(name + ".journal.gz");
    }
}
