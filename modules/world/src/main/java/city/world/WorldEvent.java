package city.world;

import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What happens to places, to the sky, and between places.
public sealed interface WorldEvent extends Event {
    /// The subject of facts about the world as a whole.
    UUID WORLD = new UUID(0x776f726c_6400_8000L, 0x8000_000000000000L);

    @EventType(value = "world.weather-changed.v1", topic = "world")
    record WeatherChanged(Weather from, Weather to) implements WorldEvent {
        @Override
        public UUID subject() {
            return WORLD;
        }
    }

    @EventType(value = "world.location-closed.v1", topic = "world")
    record LocationClosed(LocationId location, String name, String reason) implements WorldEvent {
        @Override
        public UUID subject() {
            return location.value();
        }
    }

    @EventType(value = "world.location-reopened.v1", topic = "world")
    record LocationReopened(LocationId location, String name) implements WorldEvent {
        @Override
        public UUID subject() {
            return location.value();
        }
    }

    /// Something began that concerns whoever is there.
    ///
    /// @param place as in {@link Happening#place}
    /// @param until city time at which it ends unless it is ended before
    @EventType(value = "world.event-started.v1", topic = "world")
    record EventStarted(UUID event, Happening.Kind kind, String name, UUID place, Instant until) implements WorldEvent {
        @Override
        public UUID subject() {
            return event;
        }
    }

    @EventType(value = "world.event-ended.v1", topic = "world")
    record EventEnded(UUID event, Happening.Kind kind, String name, UUID place) implements WorldEvent {
        @Override
        public UUID subject() {
            return event;
        }
    }

    /// A resident arrived. In large cities these are told by {@link DistrictMoves} instead.
    ///
    /// @param turnedAway true when the place was full, so that the resident stands in the street before it
    @EventType(value = "agents.moved.v1", topic = "agents", audience = Audience.TELEMETRY)
    record Moved(ResidentId resident, LocationId from, LocationId to, boolean turnedAway) implements WorldEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// All who arrived in a district in one tick.
    @EventType(value = "agents.district-moves.v1", topic = "agents", audience = Audience.TELEMETRY)
    record DistrictMoves(UUID district, List<Move> moves) implements WorldEvent {
        public DistrictMoves {
            moves = List.copyOf(moves);
        }

        @Override
        public UUID subject() {
            return district;
        }

        public record Move(ResidentId resident, LocationId from, LocationId to) {}
    }
}
