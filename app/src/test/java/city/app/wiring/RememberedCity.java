package city.app.wiring;

import city.adapter.postgres.embedded.TestDatabase;
import city.agents.AgentsReads.ResidentState;
import city.memory.Memories;
import city.memory.Memories.Listing;
import city.memory.Memory;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.world.ResidentId;
import city.world.kernel.Command;
import city.world.kernel.access.Submission;
import city.world.spi.Probe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// A village that remembers, on a database of the tests' server. It stands still but for the ticks that are asked for.
final class RememberedCity implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_AT_ONCE = 5_000;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Opened opened = new Opened();
    private final RunSettings settings;
    private final DataFolder folder;
    private final RunningCity city;
    private Remembering memory;

    private RememberedCity(Path data, TestDatabase database) {
        settings = CityOnADatabase.remembering(
                data, CityOnADatabase.choice(database), CityOnADatabase.founding("village", 25), Long.MAX_VALUE);
        folder = opened.keep(DataFolder.take(data));
        city = opened.keep(RunningCity.open(settings, folder, Probe.none()));
        city.kernel().pace().pause();
        city.start();
        memory = Remembering.start(settings, city, folder, meters);
    }

    /// Returns when what happened before is remembered.
    static RememberedCity open(Path data, TestDatabase database) throws InterruptedException {
        var city = new RememberedCity(data, database);
        city.catchUp();
        return city;
    }

    /// Returns when what happened is remembered.
    void live(int ticks) throws InterruptedException {
        long target = tick() + ticks;
        while (tick() < target) {
            city.kernel().pace().step((int) Math.min(MOST_AT_ONCE, target - tick()));
            long goal = Math.min(target, tick() + MOST_AT_ONCE);
            while (tick() < goal) {
                Thread.sleep(5);
            }
        }
        catchUp();
    }

    void catchUp() throws InterruptedException {
        if (!memories().await(city.kernel().events().lastSequence(), PATIENCE)) {
            throw new AssertionError("memory is " + lag() + " events behind");
        }
    }

    /// What is done to the record meanwhile is found there by whoever remembers from then on.
    void rememberAnew(Callable<?> meanwhile) throws Exception {
        memory.close();
        meanwhile.call();
        memory = Remembering.start(settings, city, folder, meters);
        catchUp();
    }

    long tick() {
        return city.kernel().snapshot().tick();
    }

    double lag() {
        return meters.get("city.follower.lag.events")
                .tag("follower", "memory")
                .gauge()
                .value();
    }

    Memories memories() {
        return memory.memories().orElseThrow();
    }

    List<ResidentState> residents() {
        return city.parts().agents().residents(city.kernel().snapshot(), 0, 1000);
    }

    List<Memory> of(ResidentId resident) {
        return memories().list(new Listing(resident, Optional.empty(), Optional.empty(), Listing.MAX_LIMIT));
    }

    List<Recollection> recall(ResidentId resident, String words, int limit) {
        return memories().recall(new RecallQuery(resident, words, limit, tick()), Optional.empty());
    }

    <R> R order(Command<R> command) throws InterruptedException {
        var receipt = city.kernel()
                .submit(Submission.byOperator(command))
                .toCompletableFuture()
                .join();
        catchUp();
        return receipt.answer();
    }

    String audit() {
        return String.join("; ", city.postgres().audit());
    }

    @Override
    public void close() {
        city.stop();
        memory.close();
        opened.close();
    }
}
