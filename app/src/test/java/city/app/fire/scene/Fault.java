package city.app.fire.scene;

import city.adapter.postgres.BrokenLink;
import city.app.fire.link.FaultProxy.Way;
import city.app.fire.process.Run;
import city.app.fire.process.Signals;
import java.time.Duration;
import java.util.function.Consumer;

/// What may happen to a city, and how it ends.
enum Fault {
    CITY_KILLED(Sign.NONE, 0, it -> it.run().kill(), Scene::startCity),
    CITY_TERMINATED(Sign.NONE, 0, Scene::stopCity, Scene::startCity),
    CITY_PAUSED(Sign.NONE, 3_000, it -> it.run().pause(), it -> it.run().resume()),
    DATABASE_KILLED(Sign.HEALTH, 500, it -> it.server.kill(), Scene::startServer),
    DATABASE_STOPPED(Sign.HEALTH, 500, it -> it.server.stop(), Scene::startServer),
    /// The server restarts itself, and recovers from its log.
    BACKEND_KILLED(
            Sign.DATABASE_AGAIN, 0, it -> it.server.backends("city, process").forEach(Signals::kill), _ -> {}),
    DATABASE_PAUSED(Sign.HEALTH, 500, it -> it.server.pause(), it -> it.server.resume()),
    /// Eight tenths of the time the disk stands still.
    DISK_SLOW(Sign.NONE, 0, Fault::stutter, _ -> {}),
    COMMIT_LOST(Sign.DATABASE_AGAIN, 0, it -> it.commits.breakAt(BrokenLink.Fault.BEFORE_COMMIT, () -> {}), _ -> {}),
    /// The connection ends when COMMIT was sent and before its answer comes.
    COMMIT_UNKNOWN(Sign.DATABASE_AGAIN, 0, it -> it.commits.breakAt(BrokenLink.Fault.AFTER_COMMIT, () -> {}), _ -> {}),
    DATABASE_LINK_CUT(Sign.HEALTH, 500, it -> it.toDatabase.cut(), it -> it.toDatabase.heal()),
    /// At a random byte.
    DATABASE_LINK_DROPPED(
            Sign.DATABASE_AGAIN,
            0,
            it -> it.toDatabase.dropAfter(it.random.nextBoolean() ? Way.UP : Way.DOWN, it.random.nextInt(20_000)),
            it -> it.toDatabase.heal()),
    DATABASE_LINK_DELAYED(
            Sign.NONE, 2_000, it -> it.toDatabase.delay(Duration.ofMillis(50)), it -> it.toDatabase.heal()),
    DATABASE_LINK_HALF_OPEN(
            Sign.HEALTH,
            500,
            it -> it.toDatabase.stall(it.random.nextBoolean() ? Way.UP : Way.DOWN),
            it -> it.toDatabase.heal()),
    BROKER_KILLED(Sign.BROKER, 500, it -> it.broker.kill(), it -> it.broker.startAgain()),
    BROKER_STOPPED(Sign.BROKER, 500, it -> it.broker.stop(), it -> it.broker.startAgain()),
    BROKER_PAUSED(Sign.NONE, 3_000, it -> Signals.pause(it.broker.pid()), it -> Signals.resume(it.broker.pid())),
    BROKER_LINK_CUT(Sign.BROKER, 500, it -> it.toBroker.cut(), it -> it.toBroker.heal()),
    BROKER_LINK_DROPPED(
            Sign.BROKER_AGAIN,
            0,
            it -> it.toBroker.dropAfter(it.random.nextBoolean() ? Way.UP : Way.DOWN, it.random.nextInt(2_000)),
            it -> it.toBroker.heal()),
    BROKER_LINK_DELAYED(Sign.NONE, 2_000, it -> it.toBroker.delay(Duration.ofMillis(200)), it -> it.toBroker.heal()),
    BROKER_LINK_HALF_OPEN(
            Sign.NONE,
            3_000,
            it -> it.toBroker.stall(it.random.nextBoolean() ? Way.UP : Way.DOWN),
            it -> it.toBroker.heal());

    /// How a city shows that it has noticed.
    enum Sign {
        /// Not at all: it is not there, or goes on, or is over it before anybody could look.
        NONE,
        HEALTH,
        /// By a meter.
        BROKER,
        /// It connects to its database anew.
        DATABASE_AGAIN,
        /// It connects to its broker anew.
        BROKER_AGAIN
    }

    final Sign sign;
    final Duration lasts;
    final Consumer<Scene> begin;
    final Consumer<Scene> end;

    /// @param millis for which it lasts after it was noticed
    Fault(Sign sign, long millis, Consumer<Scene> begin, Consumer<Scene> end) {
        this.sign = sign;
        this.lasts = Duration.ofMillis(millis);
        this.begin = begin;
        this.end = end;
    }

    private static void stutter(Scene scene) {
        for (int i = 0; i < 6; i++) {
            scene.server.pause();
            Run.rest(Duration.ofMillis(400));
            scene.server.resume();
            Run.rest(Duration.ofMillis(100));
        }
    }
}
