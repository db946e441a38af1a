package city.agents.application;

import city.agents.ResidentStatus;
import city.agents.domain.state.AgentsState;
import city.world.LocationKind;
import city.world.World;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import java.util.Arrays;

/// How many live in the city, and how many at each home: an index over the residents.
final class Roofs {
    private static final Purpose DOOR = Purpose.of("agents.door");

    /// At so many doors a newcomer knocks; when all are full it goes on to another city.
    private static final int MOST_DOORS = 64;

    private final AgentsState state;
    private final World world;
    private int[] tenants = {};
    private int[] homes = {};
    private int population;
    private int surveyed;

    Roofs(AgentsState state, World world) {
        this.state = state;
        this.world = world;
    }

    int population() {
        return population;
    }

    /// @param home the home's row, or {@link World#NOWHERE}
    void entered(int home) {
        population++;
        count(home, 1);
    }

    void left(int home) {
        population--;
        count(home, -1);
    }

    /// A home with room, or {@link World#NOWHERE}.
    int free(Chance chance) {
        survey();
        int first = homes.length == 0 ? 0 : chance.below(homes.length, DOOR, 0);
        for (int i = 0; i < Math.min(MOST_DOORS, homes.length); i++) {
            int home = homes[(first + i) % homes.length];
            if (tenants[home] < world.location(home).capacity()) {
                return home;
            }
        }
        return World.NOWHERE;
    }

    /// Counts anew.
    void rebuild() {
        population = 0;
        tenants = new int[0];
        surveyed = 0;
        survey();
        var residents = state.residents();
        for (int slot = residents.table().next(0);
                slot >= 0;
                slot = residents.table().next(slot + 1)) {
            if (residents.statusOf(slot) != ResidentStatus.DEPARTED) {
                entered(residents.homeOf(slot));
            }
        }
    }

    private void count(int home, int change) {
        if (home != World.NOWHERE) {
            survey();
            tenants[home] += change;
        }
    }

    /// The map is there once the city is founded, and stays.
    private void survey() {
        if (surveyed == world.locations()) {
            return;
        }
        surveyed = world.locations();
        tenants = Arrays.copyOf(tenants, world.locations());
        var found = new int[world.locations()];
        int count = 0;
        for (int row = 0; row < found.length; row++) {
            if (world.location(row).kind() == LocationKind.HOME) {
                found[count++] = row;
            }
        }
        homes = Arrays.copyOf(found, count);
    }
}
