package city.adapter.web;

import city.social.InteractionId;
import city.social.Social.Ending;
import city.social.Social.Outcome;
import city.social.SocialReads;
import city.social.Tie;
import city.social.Tie.Bond;
import city.social.spi.InteractionHistory;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Ada and Ben, who talk at the mill, and have talked there before.
final class QuietTown implements SocialReads, InteractionHistory {
    static final UUID OPEN = new UUID(6, 1);
    static final UUID PAST = new UUID(6, 2);

    private static final ResidentId ADA = new ResidentId(TestCity.ADA);
    private static final ResidentId BEN = new ResidentId(TestCity.BEN);
    private static final LocationId MILL = new LocationId(TestCity.MILL);

    @Override
    public List<InteractionState> interactions(Snapshot snapshot) {
        return List.of(new InteractionState(
                new InteractionId(OPEN),
                MILL,
                true,
                List.of(ADA, BEN),
                List.of(),
                BEN,
                1,
                8,
                Optional.of(ADA),
                "Good day.",
                "weather",
                FakeKernel.EPOCH));
    }

    @Override
    public Optional<InteractionState> findInteraction(Snapshot snapshot, InteractionId id) {
        return interactions(snapshot).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public Optional<InteractionState> interactionOf(Snapshot snapshot, ResidentId resident) {
        return interactions(snapshot).stream()
                .filter(it -> it.members().contains(resident))
                .findFirst();
    }

    @Override
    public List<Relationship> relationships(Snapshot snapshot, ResidentId resident) {
        var tie = new Tie(410, 180, 210, Bond.COLLEAGUE, 0, 1, 1);
        return resident.equals(ADA)
                ? List.of(new Relationship(Tie.id(0, 1), ADA, BEN, tie, FakeKernel.EPOCH, FakeKernel.EPOCH))
                : List.of();
    }

    @Override
    public Optional<Relationship> findRelationship(Snapshot snapshot, ResidentId from, ResidentId to) {
        return relationships(snapshot, from).stream()
                .filter(it -> it.to().equals(to))
                .findFirst();
    }

    @Override
    public Network network(Snapshot snapshot, ResidentId resident, int depth) {
        return new Network(List.of(new Member(resident, 0), new Member(BEN, 1)), relationships(snapshot, resident));
    }

    @Override
    public List<ResidentId> mutuals(Snapshot snapshot, ResidentId one, ResidentId other) {
        return List.of();
    }

    @Override
    public List<Suggestion> suggestions(Snapshot snapshot, ResidentId resident, int limit) {
        return List.of(new Suggestion(BEN, 3));
    }

    @Override
    public List<Community> communities(Snapshot snapshot) {
        return List.of(new Community(1, List.of(ADA, BEN)));
    }

    @Override
    public Optional<PastInteraction> find(InteractionId id) {
        return list(Optional.empty(), Long.MAX_VALUE, 1).stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    @Override
    public List<PastInteraction> list(Optional<ResidentId> member, long beforeSequence, int limit) {
        var end = new End(FakeKernel.EPOCH.plus(Duration.ofMinutes(25)), 5, Outcome.PLEASANT, Ending.LEFT);
        return beforeSequence <= 7
                ? List.of()
                : List.of(new PastInteraction(
                        new InteractionId(PAST), MILL, List.of(ADA, BEN), 7, FakeKernel.EPOCH, Optional.of(end)));
    }
}
