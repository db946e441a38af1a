package city.app.fire.scene;

import city.adapter.postgres.BrokenLink;
import city.app.fire.crowd.Crowd;
import city.app.fire.crowd.Listener;
import city.app.fire.crowd.Subscriber;
import city.app.fire.crowd.TransferClient;
import city.app.fire.crowd.Witness;
import city.app.fire.link.FaultProxy;
import city.app.fire.process.Broker;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import city.app.fire.process.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A packed city with a PostgreSQL and a Mosquitto of its own, each behind a link that can fail, with clients who order
/// transfers, a subscriber, a listener and a witness. The city has the JVM's options of a user's, because it is timed.
/// Faults are for one thread.
final class Scene implements AutoCloseable {
    /// Longer than any recovery on a busy machine; what is measured is printed.
    static final Duration PATIENCE = Duration.ofSeconds(120);

    /// A relay that is behind by fewer events has drained: a few ticks' worth.
    private static final double DRAINED = 200;

    /// The whole log is compared, so all of it is kept.
    private static final String KEPT_DAYS = "36500";

    private static final Logger LOG = LoggerFactory.getLogger(Scene.class);

    final Server server;
    final BrokenLink commits;
    final FaultProxy toDatabase;
    final Broker broker;
    final FaultProxy toBroker;
    final Subscriber subscriber;
    final Listener listener;
    final Witness witness;
    final Crowd crowd;
    final Random random;
    final List<String> breaches = new ArrayList<>();
    private final Setting setting;
    private final Runs runs = new Runs();
    private final int port = Broker.freePort();
    private final Kept kept;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<TransferClient>> clients = new ArrayList<>();
    private Run run;

    /// @param database where the server keeps its files
    Scene(Path folder, Path database, Setting setting) throws IOException {
        LOG.info("a scene with -Dcity.fire.seed={}", setting.seed());
        this.setting = setting;
        this.random = new Random(setting.seed());
        this.server = Server.start(database);
        this.commits = new BrokenLink(server.port());
        this.toDatabase = new FaultProxy(commits.port());
        this.broker = Broker.start(folder.resolve("broker.log"));
        this.toBroker = new FaultProxy(broker.port());
        this.kept = Kept.in(folder.resolve("city"), server.access().through(databaseUrl()))
                .with(Map.of("CITY_MQTT_URL", "tcp://127.0.0.1:" + toBroker.port()))
                .with(setting.variables());
        this.subscriber = Subscriber.start(broker.port(), folder.resolve("subscriber.err"));
        this.run = startRun();
        run.awaitRunFile();
        this.listener = new Listener(port, 0).start();
        this.witness = new Witness(port).start();
        this.crowd = new Crowd(caller(), caller().residents());
        for (int i = 0; i < setting.clients(); i++) {
            clients.add(threads.submit(new TransferClient(i, crowd, new Random(setting.seed() + i))));
        }
        crowd.awaitAnswers(setting.clients());
    }

    Caller caller() {
        return new Caller(port);
    }

    Kept kept() {
        return kept;
    }

    Runs runs() {
        return runs;
    }

    Run run() {
        return run;
    }

    /// The city's process is gone; another takes over where it was. Returns at once.
    void startCity() {
        run = startRun();
    }

    void stopCity() {
        run.terminate();
        if (run.exitCode() != 0) {
            breaches.add("city: it ended with %d: %s".formatted(run.exitCode(), run.complaints()));
        }
    }

    /// The server comes back on another port, which the link leads to from then on.
    void startServer() {
        server.startAgain();
        commits.leadTo(server.port());
    }

    /// How many ticks the witness has seen.
    long tick() {
        return witness.ticks().last();
    }

    boolean isDrained() {
        double lag = witness.meter("city_follower_lag_events{follower=\"mqtt\"}");
        return lag >= 0 && lag <= DRAINED && witness.meter("city_broker_connected") == 1;
    }

    /// Waits until something holds, and lets a city that ended meanwhile say why.
    Duration await(String what, BooleanSupplier holds) {
        try {
            return Witness.await(what, PATIENCE, holds);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "%s; its health: %s; it said:%n%s".formatted(e.getMessage(), witness.health(), run.complaints()),
                    e);
        }
    }

    /// Sends everybody home and gives what they remember.
    List<TransferClient> endClients() throws InterruptedException, ExecutionException {
        crowd.goHome();
        var ended = new ArrayList<TransferClient>();
        for (var each : clients) {
            ended.add(each.get());
        }
        return ended;
    }

    @Override
    public void close() throws IOException {
        crowd.goHome();
        witness.close();
        toDatabase.heal();
        toBroker.heal();
        listener.close();
        subscriber.close();
        runs.close();
        threads.shutdownNow();
        toBroker.close();
        broker.close();
        toDatabase.close();
        commits.close();
        server.close();
    }

    private Run startRun() {
        var words = new ArrayList<>(List.of("run", "--port", String.valueOf(port), "--telemetry-days", KEPT_DAYS));
        words.addAll(setting.words());
        return runs.startAsLaunched(kept, words.toArray(String[]::new));
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/city?sslmode=disable&gssEncMode=disable".formatted(toDatabase.port());
    }
}
