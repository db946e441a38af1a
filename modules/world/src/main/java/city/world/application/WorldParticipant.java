package city.world.application;

import city.world.Atlas;
import city.world.Weather;
import city.world.WorldCommand;
import city.world.WorldCommand.AlmanacKept;
import city.world.WorldCommand.CloseLocation;
import city.world.WorldCommand.EndEvent;
import city.world.WorldCommand.FoundWorld;
import city.world.WorldCommand.Founded;
import city.world.WorldCommand.KeepAlmanac;
import city.world.WorldCommand.LocationResult;
import city.world.WorldCommand.ReopenLocation;
import city.world.WorldCommand.StartEvent;
import city.world.WorldEvent.LocationClosed;
import city.world.WorldEvent.LocationReopened;
import city.world.WorldEvent.WeatherChanged;
import city.world.domain.Places;
import city.world.domain.Presence;
import city.world.domain.Sky;
import city.world.domain.almanac.Running;
import city.world.kernel.CityClock;
import city.world.kernel.Command;
import city.world.kernel.Participant;
import city.world.kernel.Turn;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The world to the kernel: time and weather, then arrivals, first of all phases.
final class WorldParticipant implements Participant {
    private static final String ROWS_POINT_SOMEWHERE = "every row of the map points at a row that exists";
    private static final String EVERYBODY_IS_SOMEWHERE = "every resident is at one location, on the way, or gone";

    private final Present present;
    private final Places places;
    private final Sky sky;
    private final Presence presence;
    private final Arrivals arrivals;
    private final CityAlmanac almanac;
    private final Occasions occasions;
    private final Running running;
    private final List<Table> almanacTables;

    WorldParticipant(
            Present present,
            Places places,
            Sky sky,
            Presence presence,
            Arrivals arrivals,
            CityAlmanac almanac,
            Occasions occasions,
            Running running,
            List<Table> almanacTables) {
        this.present = present;
        this.places = places;
        this.sky = sky;
        this.presence = presence;
        this.arrivals = arrivals;
        this.almanac = almanac;
        this.occasions = occasions;
        this.running = running;
        this.almanacTables = almanacTables;
    }

    @Override
    public String name() {
        return "world";
    }

    @Override
    public List<Table> tables() {
        var tables = new ArrayList<>(places.tables());
        tables.add(presence.table());
        tables.add(sky.table());
        tables.addAll(almanacTables);
        return List.copyOf(tables);
    }

    @Override
    public Optional<Class<?>> commands() {
        return Optional.of(WorldCommand.class);
    }

    @Override
    public Object handle(Command<?> command, Turn turn) {
        become(turn.clock(), turn.tick());
        return switch ((WorldCommand<?>) command) {
            case FoundWorld it -> found(it, turn);
            case CloseLocation it -> close(it, turn);
            case ReopenLocation it -> reopen(it, turn);
            case KeepAlmanac it -> keep(it, turn);
            case StartEvent it -> occasions.start(it, turn);
            case EndEvent it -> occasions.end(it, turn);
        };
    }

    @Override
    public void phase(Turn turn) {
        become(turn.clock(), turn.tick());
        if (sky.isFounded()) {
            turnSky(turn);
            occasions.run(sky.weather(), turn);
            arrivals.run(turn);
        }
    }

    @Override
    public void loaded(CityClock clock, long tick) {
        places.rebuild();
        presence.rebuild(places.nesting());
        running.rebuild();
        arrivals.forget();
        almanac.forget();
        become(clock, tick);
    }

    private void become(CityClock clock, long tick) {
        long day = clock.day(tick);
        almanac.look(day);
        present.become(clock, tick, almanac.weekday(day));
    }

    @Override
    public Optional<Breach> check() {
        var miscount = presence.miscount();
        return miscount.isEmpty() ? Optional.empty() : Optional.of(new Breach(EVERYBODY_IS_SOMEWHERE, miscount));
    }

    @Override
    public List<Breach> audit() {
        var breaches = new ArrayList<Breach>();
        check().ifPresent(breaches::add);
        places.dangling().forEach(it -> breaches.add(new Breach(ROWS_POINT_SOMEWHERE, it)));
        presence.recount(present.tick()).forEach(it -> breaches.add(new Breach(EVERYBODY_IS_SOMEWHERE, it)));
        return breaches;
    }

    private Founded found(FoundWorld command, Turn turn) {
        if (sky.isFounded()) {
            throw new IllegalStateException(
                    "the world is founded already, with %d locations".formatted(places.count()));
        }
        places.found(command.atlas());
        presence.rebuild(places.nesting());
        sky.found(command.climate(), turn.clock(), turn.tick(), turn.chance());
        return new Founded(places.count());
    }

    private AlmanacKept keep(KeepAlmanac command, Turn turn) {
        int entries = occasions.keep(command.plan());
        become(turn.clock(), turn.tick());
        return new AlmanacKept(entries);
    }

    private LocationResult close(CloseLocation command, Turn turn) {
        int row = places.rowOf(command.location());
        if (row == Presence.NOWHERE) {
            return new LocationResult.NoSuchLocation(command.location());
        }
        if (places.isClosedByOrder(row)) {
            return new LocationResult.Already();
        }
        places.close(row, command.reason());
        Atlas.Location location = places.location(row);
        turn.raise(new LocationClosed(location.id(), location.name(), command.reason()));
        return new LocationResult.Done();
    }

    private LocationResult reopen(ReopenLocation command, Turn turn) {
        int row = places.rowOf(command.location());
        if (row == Presence.NOWHERE) {
            return new LocationResult.NoSuchLocation(command.location());
        }
        if (!places.isClosedByOrder(row)) {
            return new LocationResult.Already();
        }
        places.reopen(row);
        Atlas.Location location = places.location(row);
        turn.raise(new LocationReopened(location.id(), location.name()));
        return new LocationResult.Done();
    }

    private void turnSky(Turn turn) {
        if (!Sky.isTurning(turn.clock(), turn.tick())) {
            return;
        }
        var before = sky.weather();
        sky.turn(turn.clock(), turn.tick(), turn.chance());
        if (sky.weather() != before) {
            turn.raise(new WeatherChanged(before, sky.weather()));
            if (sky.weather() == Weather.STORM) {
                occasions.storm(turn);
            }
        }
    }
}
