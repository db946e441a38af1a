package city.adapter.web;

import city.agents.AgentsReads.Activities;
import city.world.World;
import city.world.WorldReads.Positions;
import java.util.List;

/// Residents of whom the first ones are at location 0 and the others on the way from there to there, since tick 10
/// until tick 20.
public record TestCrowd(int standing, int walking) implements Positions {
    @Override
    public int slots() {
        return standing + walking;
    }

    @Override
    public int locationOf(int slot) {
        return slot < standing ? 0 : World.NOWHERE;
    }

    @Override
    public int originOf(int slot) {
        return slot < standing ? World.NOWHERE : 0;
    }

    @Override
    public int destinationOf(int slot) {
        return slot < standing ? World.NOWHERE : 0;
    }

    @Override
    public long departureOf(int slot) {
        return slot < standing ? 0 : 10;
    }

    @Override
    public long arrivalOf(int slot) {
        return slot < standing ? 0 : 20;
    }

    @Override
    public boolean sameAs(Positions other) {
        return equals(other);
    }

    /// Everybody works.
    public record Deeds(int slots) implements Activities {
        @Override
        public int codeOf(int slot) {
            return 1;
        }

        @Override
        public List<String> words() {
            return List.of("idle", "working");
        }

        @Override
        public boolean sameAs(Activities other) {
            return equals(other);
        }
    }
}
