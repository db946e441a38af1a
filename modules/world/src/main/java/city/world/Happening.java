package city.world;

import java.util.List;
import java.util.UUID;

/// Something that goes on for a while at a place and concerns whoever is there: a festival, an outage, a storm.
///
/// @param name      what people call it
/// @param place     the id of a location, a neighborhood or a district, or {@link WorldEvent#WORLD} for the whole city
/// @param sinceTick in which it began
/// @param untilTick in which it ends unless it is ended before
public record Happening(UUID id, Kind kind, String name, UUID place, long sinceTick, long untilTick) {
    /// As many as a newspaper has room for: with it whoever looks around looks at a bounded list.
    public static final int MOST_RUNNING = 32;

    public static final int LONGEST_NAME = 100;

    /// Two weeks: what lasts longer is a season.
    public static final int MOST_MINUTES = 14 * 1440;

    /// What goes on. The record keeps a constant by its place in this list: new ones go at the end.
    public enum Kind {
        /// People who like crowds go there, and it cheers them.
        FESTIVAL,
        /// Shops of the district sell at the place, and shoppers go there.
        MARKET_DAY,
        /// Nobody stays outdoors, and who is out for pleasure goes home.
        STORM,
        /// No light and no machines: shops, workshops, mills, offices and kitchens shut.
        OUTAGE,
        /// Whoever is in the building gets out, and it stays shut.
        FIRE;

        private static final List<Kind> ALL = List.of(values());

        public static Kind of(int code) {
            return ALL.get(code);
        }

        /// Whether people go there because of it.
        public boolean draws() {
            return this == FESTIVAL || this == MARKET_DAY;
        }

        /// Whether it shuts a location of a kind, whatever its hours say. Homes and what has no door stay open.
        public boolean shuts(LocationKind kind) {
            return switch (this) {
                case FESTIVAL, MARKET_DAY, STORM -> false;
                case OUTAGE ->
                    switch (kind) {
                        case EATERY, SHOP, WORKSHOP, MILL, OFFICE -> true;
                        case HOME, STREET, SQUARE, PARK, WATERSIDE, CHAPEL, LIBRARY, TAVERN -> false;
                        case FARM, SCHOOL, CLINIC, HALL -> false;
                    };
                case FIRE -> kind != LocationKind.HOME && !kind.isOutdoors();
            };
        }
    }

    public Happening {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name must be 1 to %d characters and not blank: \"%s\"".formatted(LONGEST_NAME, name));
        }
        if (untilTick <= sinceTick) {
            throw new IllegalArgumentException(
                    "until_tick must be after since_tick: %d, %d".formatted(untilTick, sinceTick));
        }
    }
}
