package city.world.application;

import city.world.AlmanacPlan;
import city.world.AlmanacPlan.Regular;
import city.world.Happening;
import city.world.Weather;
import city.world.WorldCommand.EndEvent;
import city.world.WorldCommand.EventResult;
import city.world.WorldCommand.StartEvent;
import city.world.WorldEvent;
import city.world.WorldEvent.EventEnded;
import city.world.WorldEvent.EventStarted;
import city.world.domain.almanac.Areas;
import city.world.domain.almanac.Holidays;
import city.world.domain.almanac.Risks;
import city.world.domain.almanac.Running;
import city.world.domain.almanac.Schedule;
import city.world.kernel.Turn;
import java.util.List;
import java.util.UUID;

/// Lets things begin and end: what an operator orders, what comes round, what befalls the city, and the storm that the
/// sky brings.
final class Occasions {
    private static final String STORM = "Storm";
    private static final int MINUTES_PER_DAY = 1440;

    private final Holidays holidays;
    private final Schedule schedule;
    private final Risks risks;
    private final Running running;
    private final Areas areas;

    Occasions(Holidays holidays, Schedule schedule, Risks risks, Running running, Areas areas) {
        this.holidays = holidays;
        this.schedule = schedule;
        this.risks = risks;
        this.running = running;
        this.areas = areas;
    }

    /// @throws IllegalArgumentException when a place of it is none of the map
    int keep(AlmanacPlan plan) {
        plan.regulars().forEach(it -> requirePlace(it.place()));
        plan.risks().forEach(it -> it.place().ifPresent(this::requirePlace));
        holidays.keep(plan.holidays());
        schedule.keep(plan.regulars());
        risks.keep(plan.risks());
        return plan.holidays().size() + plan.regulars().size() + plan.risks().size();
    }

    EventResult start(StartEvent order, Turn turn) {
        if (!areas.exists(order.place())) {
            return new EventResult.NoSuchPlace(order.place());
        }
        if (running.isFull()) {
            return new EventResult.TooMany(Happening.MOST_RUNNING);
        }
        return new EventResult.Begun(begin(order.kind(), order.name(), order.place(), order.minutes(), turn));
    }

    EventResult end(EndEvent order, Turn turn) {
        for (var happening : running.list()) {
            if (happening.id().equals(order.event())) {
                end(happening, turn);
                return new EventResult.Over(order.event());
            }
        }
        return new EventResult.NoSuchEvent(order.event());
    }

    /// What is over ends before anything begins. What finds no room among the running does not happen.
    ///
    /// @param sky the weather of this tick
    void run(Weather sky, Turn turn) {
        for (var happening : running.list()) {
            boolean blownOver = happening.kind() == Happening.Kind.STORM
                    && happening.place().equals(WorldEvent.WORLD)
                    && happening.name().equals(STORM)
                    && sky != Weather.STORM;
            if (blownOver || happening.untilTick() <= turn.tick()) {
                end(happening, turn);
            }
        }
        int now = turn.clock().minuteOfDay(turn.tick());
        beginDue(schedule.yesterday(), now + MINUTES_PER_DAY, turn);
        beginDue(schedule.today(), now, turn);
        for (var blow : risks.befall(turn.chance(), turn.clock().ticksPerDay())) {
            var place = blow.place().orElseGet(() -> areas.any(blow.kind(), blow.draw()));
            beginIfRoom(blow.kind(), blow.name(), place, blow.minutes(), turn);
        }
    }

    /// @param now minutes since the midnight of the regulars' day
    private void beginDue(List<Regular> regulars, int now, Turn turn) {
        for (var regular : regulars) {
            if (isDue(regular, now, turn.clock().stepMinutes())) {
                beginIfRoom(regular.kind(), regular.name(), regular.place(), regular.minutes(), turn);
            }
        }
    }

    /// The sky turned to storm: until it turns again, at the latest for a day.
    void storm(Turn turn) {
        beginIfRoom(Happening.Kind.STORM, STORM, WorldEvent.WORLD, MINUTES_PER_DAY, turn);
    }

    private void beginIfRoom(Happening.Kind kind, String name, UUID place, int minutes, Turn turn) {
        if (!running.isFull()) {
            begin(kind, name, place, minutes, turn);
        }
    }

    private UUID begin(Happening.Kind kind, String name, UUID place, int minutes, Turn turn) {
        long until = turn.tick() + turn.clock().ticksFor(minutes);
        var happening = new Happening(turn.newId(), kind, name, place, turn.tick(), until);
        running.begin(happening);
        turn.raise(
                new EventStarted(happening.id(), kind, name, place, turn.clock().at(until)));
        return happening.id();
    }

    private void end(Happening happening, Turn turn) {
        running.end(happening);
        turn.raise(new EventEnded(happening.id(), happening.kind(), happening.name(), happening.place()));
    }

    /// In the first tick at or after its minute.
    private static boolean isDue(Regular regular, int now, int stepMinutes) {
        return regular.fromMinute() <= now && now < regular.fromMinute() + stepMinutes;
    }

    private void requirePlace(UUID place) {
        if (!areas.exists(place)) {
            throw new IllegalArgumentException("place must be of the map: " + place);
        }
    }
}
