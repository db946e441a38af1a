package city.app.fire.scene;

import city.app.fire.process.Run;
import city.app.fire.scene.Fault.Sign;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One fault as it went.
///
/// @param noticed     from its begin until the city showed it; empty where it shows nothing
/// @param ticking     from its end until the city ticked again and said that it is well
/// @param drained     from its end until it had also told what was untold
/// @param heardBefore,heardAfter how many messages the subscriber had heard when it began and when the city had
/// recovered
record Strike(
        String fault, Optional<Duration> noticed, Duration ticking, Duration drained, int heardBefore, int heardAfter) {
    /// So long does the city live between two faults, at most.
    private static final int LONGEST_PEACE_MILLIS = 1_500;

    /// What is to be done to a city.
    ///
    /// @param lasts after it was noticed
    record Plan(String name, Sign sign, Duration lasts, Consumer<Scene> begin, Consumer<Scene> end) {}

    static Strike strike(Scene scene, Fault fault) {
        return strike(scene, fault, fault.lasts);
    }

    static Strike strike(Scene scene, Fault fault, Duration lasts) {
        return strike(scene, new Plan(fault.name(), fault.sign, lasts, fault.begin, fault.end));
    }

    static Strike strike(Scene scene, Plan plan) {
        Run.rest(Duration.ofMillis(scene.random.nextInt(LONGEST_PEACE_MILLIS)));
        int before = scene.subscriber.count();
        var seen = sign(scene, plan.sign());
        long start = System.nanoTime();
        plan.begin().accept(scene);
        Optional<Duration> noticed = Optional.empty();
        if (plan.sign() != Sign.NONE) {
            scene.await(plan.name() + " is noticed", seen);
            noticed = Optional.of(Duration.ofNanos(System.nanoTime() - start));
        }
        Run.rest(plan.lasts());
        plan.end().accept(scene);
        long tick = scene.tick();
        var ticking = scene.await("recovery from " + plan.name(), () -> scene.tick() > tick && scene.witness.isUp());
        var draining = scene.await("drained after " + plan.name(), scene::isDrained);
        scene.crowd.awaitAnswers(1);
        return new Strike(plan.name(), noticed, ticking, ticking.plus(draining), before, scene.subscriber.count());
    }

    private static BooleanSupplier sign(Scene scene, Sign sign) {
        int database = scene.toDatabase.accepted();
        int broker = scene.toBroker.accepted();
        return switch (sign) {
            case NONE -> () -> true;
            case HEALTH -> () -> scene.witness.health().contains("waiting_for_record");
            case BROKER -> () -> scene.witness.meter("city_broker_connected") == 0;
            case DATABASE_AGAIN -> () -> scene.toDatabase.accepted() > database;
            case BROKER_AGAIN -> () -> scene.toBroker.accepted() > broker;
        };
    }
}
