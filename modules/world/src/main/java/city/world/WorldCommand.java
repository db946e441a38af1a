package city.world;

import city.world.kernel.Command;
import city.world.kernel.WireName;
import java.util.UUID;

/// What can be asked of the world.
public sealed interface WorldCommand<R> extends Command<R> {
    /// Builds the map and sets the first weather. Once, at genesis.
    @WireName("world.found.v1")
    record FoundWorld(Atlas atlas, Climate climate) implements WorldCommand<Founded> {}

    @WireName("world.founded.v1")
    record Founded(int locations) {}

    /// Closes a location whatever its hours say, until it is reopened. Who is inside may leave; nothing is sold, made
    /// or earned there meanwhile.
    @WireName("world.close-location.v1")
    record CloseLocation(LocationId location, String reason) implements WorldCommand<LocationResult> {
        /// A sentence or two: people read it on the map, and it is part of every snapshot.
        public static final int LONGEST_REASON = 200;

        public CloseLocation {
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException(
                        "reason must be 1 to %d characters and not blank: \"%s\"".formatted(LONGEST_REASON, reason));
            }
        }
    }

    @WireName("world.reopen-location.v1")
    record ReopenLocation(LocationId location) implements WorldCommand<LocationResult> {}

    sealed interface LocationResult {
        @WireName("world.location-changed.v1")
        record Done() implements LocationResult {}

        @WireName("world.no-such-location.v1")
        record NoSuchLocation(LocationId location) implements LocationResult {}

        /// It is closed, or open, already.
        @WireName("world.location-unchanged.v1")
        record Already() implements LocationResult {}
    }

    /// Enters holidays, what comes round and what may befall the city. Once, at genesis, after the map.
    @WireName("world.keep-almanac.v1")
    record KeepAlmanac(AlmanacPlan plan) implements WorldCommand<AlmanacKept> {}

    @WireName("world.almanac-kept.v1")
    record AlmanacKept(int entries) {}

    /// Lets something begin now.
    ///
    /// @param place   the id of a location, a neighborhood or a district, or {@link WorldEvent#WORLD}
    /// @param minutes how long, in city time
    @WireName("world.start-event.v1")
    record StartEvent(Happening.Kind kind, String name, UUID place, int minutes) implements WorldCommand<EventResult> {
        public StartEvent {
            if (name.isBlank() || name.length() > Happening.LONGEST_NAME) {
                throw new IllegalArgumentException("name must be 1 to %d characters and not blank: \"%s\""
                        .formatted(Happening.LONGEST_NAME, name));
            }
            if (minutes < 1 || minutes > Happening.MOST_MINUTES) {
                throw new IllegalArgumentException(
                        "minutes must be 1 to %d: %d".formatted(Happening.MOST_MINUTES, minutes));
            }
        }
    }

    /// Ends what goes on before its time.
    @WireName("world.end-event.v1")
    record EndEvent(UUID event) implements WorldCommand<EventResult> {}

    sealed interface EventResult {
        @WireName("world.event-begun.v1")
        record Begun(UUID event) implements EventResult {}

        @WireName("world.event-over.v1")
        record Over(UUID event) implements EventResult {}

        @WireName("world.no-such-place.v1")
        record NoSuchPlace(UUID place) implements EventResult {}

        /// It never began, or is over.
        @WireName("world.no-such-event.v1")
        record NoSuchEvent(UUID event) implements EventResult {}

        @WireName("world.too-many-events.v1")
        record TooMany(int most) implements EventResult {}
    }
}
