package city.adapter.web.map;

import city.agents.AgentsReads.Activities;
import city.world.World;
import city.world.WorldReads.Positions;
import java.time.Instant;

/// Everybody in the city after one commit, where they are drawn and what they do: for any viewport. Immutable.
final class Crowd {
    final long tick;
    final Instant time;
    private final Positions positions;
    private final Activities activities;

    /// Decimetres east and north of who is at a location; of who is on the way, where it set off.
    final int[] x;

    final int[] y;

    /// The location's row, or nowhere for who is on the way or gone.
    final int[] place;

    final byte[] activity;

    /// Slots of those on the way.
    final int[] walkers;

    /// Where each of them is going, in the order of {@link #walkers}.
    final int[] toX;

    final int[] toY;

    Crowd(long tick, Instant time, Positions positions, Activities activities, Grounds grounds) {
        this.tick = tick;
        this.time = time;
        this.positions = positions;
        this.activities = activities;
        int slots = positions.slots();
        x = new int[slots];
        y = new int[slots];
        place = new int[slots];
        activity = new byte[slots];
        int walking = 0;
        for (int slot = 0; slot < slots; slot++) {
            place[slot] = positions.locationOf(slot);
            activity[slot] = slot < activities.slots() ? (byte) activities.codeOf(slot) : 0;
            int drawnAt = place[slot] == World.NOWHERE ? positions.originOf(slot) : place[slot];
            if (drawnAt != World.NOWHERE) {
                x[slot] = grounds.xOf(drawnAt, slot);
                y[slot] = grounds.yOf(drawnAt, slot);
            }
            if (isOnTheWay(slot)) {
                walking++;
            }
        }
        walkers = new int[walking];
        toX = new int[walking];
        toY = new int[walking];
        for (int slot = 0, i = 0; i < walking; slot++) {
            if (isOnTheWay(slot)) {
                walkers[i] = slot;
                toX[i] = grounds.xOf(positions.destinationOf(slot), slot);
                toY[i] = grounds.yOf(positions.destinationOf(slot), slot);
                i++;
            }
        }
    }

    /// Whether nobody moved or began anything since.
    boolean sameAs(Positions otherPositions, Activities otherActivities) {
        return positions.sameAs(otherPositions) && activities.sameAs(otherActivities);
    }

    int slots() {
        return place.length;
    }

    boolean isHere(int slot) {
        return place[slot] != World.NOWHERE;
    }

    long departureOf(int slot) {
        return positions.departureOf(slot);
    }

    long arrivalOf(int slot) {
        return positions.arrivalOf(slot);
    }

    int destinationOf(int slot) {
        return positions.destinationOf(slot);
    }

    private boolean isOnTheWay(int slot) {
        return positions.destinationOf(slot) != World.NOWHERE;
    }
}
