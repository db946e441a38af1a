package city.adapter.web.live;

import city.agents.AgentsReads;
import city.agents.AgentsReads.ResidentState;
import city.economy.AccountId;
import city.economy.EconomyReads;
import city.economy.FirmId;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import city.world.kernel.state.Snapshot;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Who or what an id or a slot is, in a word: for people who read a map or an event.
@Singleton
final class NameBook {
    private final Kernel kernel;
    private final WorldReads world;
    private final EconomyReads economy;
    private final AgentsReads agents;

    NameBook(Kernel kernel, WorldReads world, EconomyReads economy, AgentsReads agents) {
        this.kernel = kernel;
        this.world = world;
        this.economy = economy;
        this.agents = agents;
    }

    /// What is unknown is left out.
    List<Told.Name> of(List<UUID> ids, List<Integer> slots) {
        var snapshot = kernel.snapshot();
        var found = new ArrayList<Told.Name>();
        var unknown = new ArrayList<UUID>();
        ids.forEach(id -> find(snapshot, id).ifPresentOrElse(found::add, () -> unknown.add(id)));
        if (!unknown.isEmpty()) {
            var districts = districts(snapshot);
            unknown.stream().map(districts::get).filter(Objects::nonNull).forEach(found::add);
        }
        for (int slot : slots) {
            agents.residents(snapshot, slot, 1).stream()
                    .filter(it -> it.slot() == slot)
                    .map(NameBook::resident)
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<Told.Name> find(Snapshot snapshot, UUID id) {
        return agents.findResident(snapshot, new ResidentId(id))
                .map(NameBook::resident)
                .or(() -> economy.findFirm(snapshot, new FirmId(id))
                        .map(it -> new Told.Name(
                                id, null, it.name(), "firm", it.location().value())))
                .or(() -> world.findLocation(snapshot, new LocationId(id))
                        .map(it -> new Told.Name(id, null, it.location().name(), "location", id)))
                .or(() -> treasuryOrMint(id));
    }

    /// All districts and neighborhoods: they are listed as one, so they are asked for once a message.
    private Map<UUID, Told.Name> districts(Snapshot snapshot) {
        var names = new HashMap<UUID, Told.Name>();
        for (var district : world.districts(snapshot)) {
            names.put(district.id(), new Told.Name(district.id(), null, district.name(), "district", null));
            district.neighborhoods()
                    .forEach(it -> names.put(it.id(), new Told.Name(it.id(), null, it.name(), "neighborhood", null)));
        }
        return names;
    }

    private static Optional<Told.Name> treasuryOrMint(UUID id) {
        if (id.equals(AccountId.TREASURY.value())) {
            return Optional.of(new Told.Name(id, null, "the city treasury", "treasury", null));
        }
        return id.equals(AccountId.MINT.value())
                ? Optional.of(new Told.Name(id, null, "the mint", "mint", null))
                : Optional.empty();
    }

    private static Told.Name resident(ResidentState state) {
        return new Told.Name(state.id().value(), state.slot(), state.persona().name(), "resident", null);
    }
}
