package city.agents.application;

import city.agents.AgentsEvent.Acted;
import city.agents.AgentsEvent.DistrictActions;
import city.agents.AgentsEvent.DistrictActions.Deed;
import city.agents.domain.mind.Because;
import city.world.ResidentId;
import city.world.World;
import city.world.kernel.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Tells what residents do: each deed by itself, or in large cities what was done in a district in a tick.
final class Telling {
    /// Residents above which deeds are told by district. Up to here a tick has at most some hundred deeds; an event for
    /// each of ten thousand residents would be most of the log and of every follower's work.
    static final int LARGE_CITY = 1000;

    private final World world;
    private final Map<UUID, List<Deed>> byDistrict = new LinkedHashMap<>();

    Telling(World world) {
        this.world = world;
    }

    /// @param place   where it was done
    /// @param outcome `done`, or the refusal in lower case
    void deed(
            ResidentId resident, int place, String action, String detail, Because because, String outcome, Turn turn) {
        if (world.population() <= LARGE_CITY) {
            turn.raise(new Acted(resident, action, detail, because.words(), outcome));
        } else {
            byDistrict
                    .computeIfAbsent(world.districtOf(place), _ -> new ArrayList<>())
                    .add(new Deed(resident, action, detail, because.words(), outcome));
        }
    }

    /// Raises what was gathered, districts in the order of their first deed.
    void flush(Turn turn) {
        byDistrict.forEach((district, deeds) -> turn.raise(new DistrictActions(district, deeds)));
        byDistrict.clear();
    }

    void forget() {
        byDistrict.clear();
    }
}
