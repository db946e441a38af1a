package city.adapter.web.agents;

import city.adapter.web.input.Page;
import city.adapter.web.problem.Refused;
import city.agents.AgentsReads;
import city.agents.AgentsReads.ResidentState;
import city.agents.ResidentStatus;
import city.world.LocationId;
import city.world.WorldReads;
import city.world.kernel.state.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which residents are wanted. The departed are so only when their status is asked for.
record AgentFilter(
        Optional<UUID> district,
        Optional<LocationId> location,
        Optional<ResidentStatus> status,
        Optional<String> name) {
    /// Residents that one page looks at, at most: some ten milliseconds. A page may end early and says where to go on.
    private static final int MAX_SCAN = 20_000;

    private static final int CHUNK = 500;

    static AgentFilter of(
            @Nullable UUID district, @Nullable UUID location, @Nullable String status, @Nullable String name) {
        return new AgentFilter(
                Optional.ofNullable(district),
                Optional.ofNullable(location).map(LocationId::new),
                Optional.ofNullable(status).map(AgentFilter::status),
                Optional.ofNullable(name).map(it -> it.toLowerCase(Locale.ROOT)));
    }

    Found find(AgentsReads agents, WorldReads world, Snapshot snapshot, Page page) {
        var found = new ArrayList<ResidentState>();
        int slot = page.fromRow();
        long last = (long) slot + MAX_SCAN;
        while (slot < last) {
            var chunk = agents.residents(snapshot, slot, CHUNK);
            for (var resident : chunk) {
                if (found.size() == page.limit()) {
                    return new Found(found, String.valueOf(resident.slot()));
                }
                if (accepts(world, snapshot, resident)) {
                    found.add(resident);
                }
                slot = resident.slot() + 1;
            }
            if (chunk.size() < CHUNK) {
                return new Found(found, null);
            }
        }
        return new Found(found, String.valueOf(slot));
    }

    private boolean accepts(WorldReads world, Snapshot snapshot, ResidentState resident) {
        return acceptsStatus(resident.status())
                && name.filter(it -> !resident.persona()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .contains(it))
                        .isEmpty()
                && acceptsPlace(world, snapshot, resident);
    }

    private boolean acceptsStatus(ResidentStatus asked) {
        return status.map(it -> it == asked).orElse(asked != ResidentStatus.DEPARTED);
    }

    private boolean acceptsPlace(WorldReads world, Snapshot snapshot, ResidentState resident) {
        if (district.isEmpty() && location.isEmpty()) {
            return true;
        }
        var where = world.whereIs(snapshot, resident.id());
        return where.isPresent()
                && district.filter(it -> !it.equals(where.get().district())).isEmpty()
                && location.filter(it -> !it.equals(where.get().at())
                                || where.get().destination().isPresent())
                        .isEmpty();
    }

    private static ResidentStatus status(String text) {
        return Arrays.stream(ResidentStatus.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Refused.parameter("status", "must be one of " + words()));
    }

    private static String words() {
        return Arrays.stream(ResidentStatus.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    record Found(List<ResidentState> residents, @Nullable String next) {}
}
