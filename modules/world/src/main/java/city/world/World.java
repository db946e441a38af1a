package city.world;

import java.util.List;
import java.util.UUID;

/// The world as other modules use it. On the city thread only, but for the read-only verbs, which the decide part of
/// a tick may call from any thread.
///
/// A resident is addressed by its slot: a dense number that is given at {@link #enter} and never given out again. A
/// location is addressed by its row: dense, from 0, for the life of the city.
public interface World {
    int NOWHERE = -1;

    /// Lets a resident in and puts it at a location, full or not.
    ///
    /// @return its slot
    /// @throws IllegalArgumentException when the id is known already, of somebody who left too
    int enter(ResidentId resident, int location);

    /// Takes a resident out of the city, from a place or from the way. Its slot stays its own.
    ///
    /// @throws IllegalStateException when it left already
    void leave(int slot);

    /// Sets off for a location. The resident is on the way, and at no location, until it arrives. Who is on the way
    /// cannot turn round.
    ///
    /// @throws IllegalStateException when the resident left the city
    TravelResult travel(int slot, int destination);

    /// @return the slot, or {@link #NOWHERE} when nobody has the id
    int slotOf(ResidentId resident);

    ResidentId residentAt(int slot);

    /// How many are in the city, at a place or on the way.
    int population();

    /// @return the location's row, or {@link #NOWHERE} when the resident is on the way or gone
    int locationOf(int slot);

    /// The tick at which a resident on the way arrives; 0 when it is not on the way.
    long arrivalOf(int slot);

    /// Who arrived in this tick's world phase, ascending by slot. To be asked in phases only: it is no state, and
    /// empty after a load.
    int[] arrivedNow();

    /// At most `limit` of those at a location, without the given slot, beginning at a place in the crowd that depends
    /// on tick and slot. The cost follows the limit, not the crowd.
    int[] othersAt(int location, int slot, int limit);

    /// How many are at a location. Who is in a place within it is not.
    int crowdAt(int location);

    Weather weather();

    TimeOfDay timeOfDay();

    /// Whether a location is open now: its hours say so, nobody closed it or a place around it, and nothing that goes
    /// on shuts it.
    boolean isOpen(int location);

    /// Whether a location's hours say that it is open at another time of the week, and nobody closed it and nothing
    /// shuts it by now.
    ///
    /// @param dayOfWeek as which it is lived, see {@link Almanac#weekday}; 0 for Monday
    boolean opens(int location, int dayOfWeek, int minuteOfDay);

    /// @return the row, or {@link #NOWHERE}
    int rowOf(LocationId location);

    Atlas.Location location(int row);

    /// The number of locations.
    int locations();

    /// The street of the location's neighborhood.
    int streetOf(int location);

    /// The last row of the places that lie within a location, at any depth: they are the rows that follow its own. Its
    /// own row when nothing lies within it.
    int lastWithin(int location);

    /// The id of the location's district.
    UUID districtOf(int location);

    /// Rows of the locations of a kind, nearest to the given one first, ties by row; at most 8. A location is nearest
    /// to itself when it is of the kind. What is closed is among them.
    List<Integer> nearest(int location, LocationKind kind);

    /// Minutes on foot between two locations in the weather that is, at least 1, 0 when they are the same: the
    /// straight line at 80 m a minute; rain and snow take a quarter longer, a storm half as long again; rounded up.
    /// Under one roof, which is when both lie within one place or one within the other, it is one minute.
    int minutesBetween(int from, int to);

    sealed interface TravelResult {
        /// @param arrivalTick later than the present tick
        record OnTheWay(long arrivalTick) implements TravelResult {}

        record AlreadyThere() implements TravelResult {}

        record OnTheWayAlready(long arrivalTick) implements TravelResult {}
    }
}
