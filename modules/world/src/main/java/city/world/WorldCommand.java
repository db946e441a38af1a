package city.world;

import city.world.kernel.Command;
import city.world.kernel.WireName;

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
}
