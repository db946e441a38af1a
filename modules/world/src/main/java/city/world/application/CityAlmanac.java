package city.world.application;

import city.world.Almanac;
import city.world.AlmanacReads;
import city.world.Happening;
import city.world.domain.almanac.Areas;
import city.world.domain.almanac.Holidays;
import city.world.domain.almanac.Running;
import city.world.domain.almanac.Schedule;
import city.world.kernel.state.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The almanac to other modules and to readers.
final class CityAlmanac implements Almanac, AlmanacReads {
    private final Present present;
    private final Holidays holidays;
    private final Schedule schedule;
    private final Running running;
    private final Areas areas;
    private List<Occasion> today = List.of();

    CityAlmanac(Present present, Holidays holidays, Schedule schedule, Running running, Areas areas) {
        this.present = present;
        this.holidays = holidays;
        this.schedule = schedule;
        this.running = running;
        this.areas = areas;
    }

    /// The present moved. On the city thread.
    void look(long day) {
        holidays.look(day);
        if (schedule.look(day)) {
            today = schedule.today().stream()
                    .map(it -> new Occasion(
                            it.kind(), it.name(), areas.venueOf(it.place()), it.fromMinute(), it.minutes()))
                    .toList();
        }
    }

    void forget() {
        holidays.forget();
        schedule.forget();
    }

    @Override
    public int weekday(long day) {
        return holidays.weekday(day);
    }

    @Override
    public boolean isHoliday(long day) {
        return holidays.isHoliday(day);
    }

    @Override
    public List<Happening> running() {
        return running.list();
    }

    @Override
    public List<Occasion> today() {
        return today;
    }

    @Override
    public boolean covers(UUID place, int location) {
        return areas.covers(place, location);
    }

    @Override
    public int venueOf(UUID place) {
        return running.venueOf(place);
    }

    @Override
    public List<HappeningState> running(Snapshot snapshot) {
        var clock = present.clock();
        return running.in(snapshot).stream()
                .map(it -> new HappeningState(
                        it.id(), it.kind(), it.name(), it.place(), clock.at(it.sinceTick()), clock.at(it.untilTick())))
                .toList();
    }

    @Override
    public Optional<String> holiday(Snapshot snapshot) {
        return holidays.nameOf(snapshot, present.clock().day(snapshot.tick()));
    }
}
