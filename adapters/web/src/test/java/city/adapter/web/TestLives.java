package city.adapter.web;

import city.agents.Life.Occupation;
import city.agents.Life.Values;
import city.agents.LifeReads;
import city.world.AlmanacReads;
import city.world.Happening;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The almanac of the test city, on whose May Day a fair goes on downtown, and the life of Ada.
final class TestLives implements AlmanacReads, LifeReads {
    static final UUID FAIR = new UUID(6, 1);

    @Override
    public List<HappeningState> running(Snapshot snapshot) {
        var since = FakeKernel.EPOCH;
        return List.of(new HappeningState(
                FAIR,
                Happening.Kind.FESTIVAL,
                "Spring Fair",
                TestCity.DOWNTOWN,
                since,
                since.plus(Duration.ofHours(6))));
    }

    @Override
    public Optional<String> holiday(Snapshot snapshot) {
        return Optional.of("May Day");
    }

    @Override
    public Optional<LifeState> findLife(Snapshot snapshot, ResidentId resident) {
        return resident.value().equals(TestCity.ADA) ? Optional.of(ada(resident)) : Optional.empty();
    }

    private static LifeState ada(ResidentId ada) {
        return new LifeState(
                ada,
                42,
                Occupation.EMPLOYED,
                new Values(10, 20, 30, 40, 50),
                Optional.empty(),
                Optional.of(new ResidentId(TestCity.BEN)),
                List.of(),
                Optional.empty(),
                new Pursuit("save money", 120, 300, FakeKernel.EPOCH, 2),
                new WaysState("reading", 0b100001, Optional.empty(), false, true));
    }
}
