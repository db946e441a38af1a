package city.adapter.web;

import city.agents.PartyId;
import city.agents.PartyReads;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Ada gives a party at the mill, and has told Ben.
final class TestParties implements PartyReads {
    static final UUID DANCE = new UUID(7, 1);

    @Override
    public List<PartyState> parties(Snapshot snapshot) {
        return List.of(new PartyState(
                new PartyId(DANCE),
                "Dance",
                new ResidentId(TestCity.ADA),
                new LocationId(TestCity.MILL),
                FakeKernel.EPOCH.plus(Duration.ofHours(6)),
                FakeKernel.EPOCH.plus(Duration.ofHours(8)),
                new Turnout(3, 2, 1, 0)));
    }

    @Override
    public Optional<PartyState> findParty(Snapshot snapshot, PartyId party) {
        return parties(snapshot).stream().filter(it -> it.id().equals(party)).findFirst();
    }

    @Override
    public List<GuestState> guests(Snapshot snapshot, PartyId party) {
        var ada = new ResidentId(TestCity.ADA);
        var told = FakeKernel.EPOCH;
        return List.of(
                new GuestState(ada, List.of(), told, true, Optional.empty()),
                new GuestState(new ResidentId(TestCity.BEN), List.of(ada), told, false, Optional.empty()));
    }
}
