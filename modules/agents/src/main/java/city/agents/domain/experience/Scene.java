package city.agents.domain.experience;

import city.agents.AgentsReads;
import city.agents.AgentsReads.ResidentState;
import city.agents.ResidentStatus;
import city.economy.AccountId;
import city.economy.EconomyReads;
import city.economy.FirmId;
import city.social.SocialReads;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.WorldReads;
import city.world.kernel.state.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// People and places as they are when the log is read, by the names that one calls them.
final class Scene {
    private static final int PAGE = 500;

    private final Snapshot snapshot;
    private final WorldReads world;
    private final EconomyReads economy;
    private final SocialReads social;
    private final AgentsReads agents;

    Scene(Snapshot snapshot, WorldReads world, EconomyReads economy, SocialReads social, AgentsReads agents) {
        this.snapshot = snapshot;
        this.world = world;
        this.economy = economy;
        this.social = social;
        this.agents = agents;
    }

    boolean isHere(ResidentId resident) {
        return agents.findResident(snapshot, resident)
                .filter(it -> it.status() != ResidentStatus.DEPARTED)
                .isPresent();
    }

    Optional<String> nameOf(ResidentId resident) {
        return agents.findResident(snapshot, resident).map(it -> it.persona().name());
    }

    String somebody(ResidentId resident) {
        return nameOf(resident).orElse("somebody");
    }

    String firm(FirmId firm) {
        return economy.findFirm(snapshot, firm)
                .map(EconomyReads.FirmState::name)
                .orElse("a firm");
    }

    /// Whose account it is: a resident's or a firm's name, or the city.
    String party(AccountId account) {
        return nameOf(new ResidentId(account.value()))
                .or(() ->
                        economy.findFirm(snapshot, new FirmId(account.value())).map(EconomyReads.FirmState::name))
                .orElse("the city");
    }

    String place(LocationId location) {
        return world.findLocation(snapshot, location)
                .map(it -> it.location().name())
                .orElse("some place");
    }

    /// How strong a resident's tie to another is, per mille; 0 for none.
    int tie(ResidentId from, ResidentId to) {
        return social.findRelationship(snapshot, from, to)
                .map(it -> it.tie().strength())
                .orElse(0);
    }

    /// Whether a resident lives or works there.
    boolean isOwn(ResidentId resident, LocationId location) {
        boolean home = agents.findResident(snapshot, resident)
                .flatMap(ResidentState::home)
                .filter(location::equals)
                .isPresent();
        return home
                || economy.findPurse(snapshot, resident)
                        .flatMap(EconomyReads.PurseState::job)
                        .flatMap(it -> economy.findFirm(snapshot, it.firm()))
                        .filter(it -> it.location().equals(location))
                        .isPresent();
    }

    /// Some of those who work at a location, in slot order.
    List<ResidentId> workers(LocationId location, int limit) {
        var firms = economy.firms(snapshot).stream()
                .filter(it -> it.location().equals(location))
                .map(EconomyReads.FirmState::id)
                .toList();
        var workers = new ArrayList<ResidentId>();
        int slot = 0;
        while (!firms.isEmpty() && workers.size() < limit) {
            var some = agents.residents(snapshot, slot, PAGE);
            if (some.isEmpty()) {
                break;
            }
            some.stream()
                    .map(ResidentState::id)
                    .filter(it -> worksAt(it, firms))
                    .limit(limit - workers.size())
                    .forEach(workers::add);
            slot = some.getLast().slot() + 1;
        }
        return workers;
    }

    /// Some of those who are at a place: a location, or any of a neighborhood, a district or the city.
    ///
    /// @param from which of the locations is looked at first, so that it is not always the same people
    List<ResidentId> present(UUID place, long from, int limit) {
        var locations = locations(place);
        var present = new ArrayList<ResidentId>();
        for (int i = 0; i < locations.size() && present.size() < limit; i++) {
            var at = locations.get((int) ((from + i) % locations.size()));
            world.residentsAt(snapshot, at).stream()
                    .limit(limit - present.size())
                    .forEach(present::add);
        }
        return present;
    }

    /// What people call a place; empty for the whole city.
    Optional<String> area(UUID place) {
        var location = world.findLocation(snapshot, new LocationId(place))
                .map(it -> it.location().name());
        return location.or(() -> world.findDistrict(snapshot, place).map(WorldReads.DistrictState::name))
                .or(() -> world.districts(snapshot).stream()
                        .flatMap(it -> it.neighborhoods().stream())
                        .filter(it -> it.id().equals(place))
                        .map(WorldReads.NeighborhoodState::name)
                        .findFirst());
    }

    private List<LocationId> locations(UUID place) {
        var location = new LocationId(place);
        if (world.findLocation(snapshot, location).isPresent()) {
            return List.of(location);
        }
        var districts = world.districts(snapshot);
        boolean isKnown = districts.stream()
                .anyMatch(it -> it.id().equals(place)
                        || it.neighborhoods().stream()
                                .anyMatch(part -> part.id().equals(place)));
        return districts.stream()
                .flatMap(district -> district.neighborhoods().stream()
                        .filter(it -> !isKnown
                                || district.id().equals(place)
                                || it.id().equals(place)))
                .flatMap(it -> it.locations().stream())
                .toList();
    }

    private boolean worksAt(ResidentId resident, List<FirmId> firms) {
        return economy.findPurse(snapshot, resident)
                .flatMap(EconomyReads.PurseState::job)
                .filter(it -> firms.contains(it.firm()))
                .isPresent();
    }
}
