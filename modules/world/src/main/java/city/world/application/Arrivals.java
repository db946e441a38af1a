package city.world.application;

import city.world.Atlas;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.WorldEvent.DistrictMoves;
import city.world.WorldEvent.DistrictMoves.Move;
import city.world.WorldEvent.Moved;
import city.world.domain.Nesting;
import city.world.domain.Places;
import city.world.domain.Presence;
import city.world.kernel.Turn;
import java.util.ArrayList;
import java.util.List;

/// Brings home those whose way ends with the tick, in slot order. Who finds a place full stays in the place around it,
/// when that has room, else in the street of its neighborhood; a street takes everybody in.
final class Arrivals {
    /// In a city of more slots, moves are told in one event per district and tick: 1,000 residents make some 20,000
    /// moves a day, which a reader can still follow one by one. It decides how many events there are, so it is a
    /// rule.
    static final int MOST_TOLD_SINGLY = 1_000;

    private final Places places;
    private final Presence presence;
    private int[] now = {};

    Arrivals(Places places, Presence presence) {
        this.places = places;
        this.presence = presence;
    }

    /// Who arrived in the last phase, ascending; nobody after a load.
    int[] now() {
        return now.clone();
    }

    void forget() {
        now = new int[0];
    }

    void run(Turn turn) {
        now = presence.dueAt(turn.tick());
        var told = presence.population() > MOST_TOLD_SINGLY ? new ByDistrict(turn) : new Singly(turn);
        for (int slot : now) {
            int origin = presence.originOf(slot);
            int destination = presence.destinationOf(slot);
            int place = roomAt(destination);
            presence.arrive(slot, place);
            told.moved(slot, origin, place, place != destination);
        }
        told.end();
    }

    private int roomAt(int destination) {
        for (int place = destination;
                place != Nesting.NOTHING;
                place = places.nesting().parentOf(place)) {
            if (!isFull(place)) {
                return place;
            }
        }
        return places.streetOf(destination);
    }

    /// Whether a place, or one around it, takes in nobody more: who is in a room fills the house as well.
    private boolean isFull(int location) {
        for (int place = location;
                place != Nesting.NOTHING;
                place = places.nesting().parentOf(place)) {
            Atlas.Location around = places.location(place);
            if (around.kind() != LocationKind.STREET && presence.countWithin(place) >= around.capacity()) {
                return true;
            }
        }
        return false;
    }

    private LocationId idOf(int location) {
        return places.location(location).id();
    }

    /// How the moves of one phase are told.
    private interface Telling {
        void moved(int slot, int from, int to, boolean turnedAway);

        void end();
    }

    private final class Singly implements Telling {
        private final Turn turn;

        private Singly(Turn turn) {
            this.turn = turn;
        }

        @Override
        public void moved(int slot, int from, int to, boolean turnedAway) {
            turn.raise(new Moved(presence.residentAt(slot), idOf(from), idOf(to), turnedAway));
        }

        @Override
        public void end() {}
    }

    /// Districts in row order, moves in slot order.
    private final class ByDistrict implements Telling {
        private final Turn turn;
        private final List<List<Move>> moves = new ArrayList<>();

        private ByDistrict(Turn turn) {
            this.turn = turn;
            for (int district = 0; district < places.districts(); district++) {
                moves.add(new ArrayList<>());
            }
        }

        @Override
        public void moved(int slot, int from, int to, boolean turnedAway) {
            moves.get(places.districtOf(to)).add(new Move(presence.residentAt(slot), idOf(from), idOf(to)));
        }

        @Override
        public void end() {
            for (int district = 0; district < moves.size(); district++) {
                if (!moves.get(district).isEmpty()) {
                    turn.raise(new DistrictMoves(places.districtId(district), moves.get(district)));
                }
            }
        }
    }
}
