package city.adapter.postgres.history;

import city.social.InteractionId;
import city.social.Social.Ending;
import city.social.Social.Outcome;
import city.social.spi.InteractionHistory;
import city.world.LocationId;
import city.world.ResidentId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class PostgresInteractionHistory implements InteractionHistory {
    private final InteractionRepository interactions;

    PostgresInteractionHistory(InteractionRepository interactions) {
        this.interactions = interactions;
    }

    @Override
    public Optional<PastInteraction> find(InteractionId id) {
        return interactions.find(id.value()).map(PostgresInteractionHistory::interaction);
    }

    @Override
    public List<PastInteraction> list(Optional<ResidentId> member, long beforeSequence, int limit) {
        var rows = member.isPresent()
                ? interactions.listOf(member.get().value(), beforeSequence, limit)
                : interactions.list(beforeSequence, limit);
        return rows.stream().map(PostgresInteractionHistory::interaction).toList();
    }

    private static PastInteraction interaction(InteractionRow row) {
        var members = Stream.of(row.members().split(","))
                .map(it -> new ResidentId(UUID.fromString(it)))
                .toList();
        return new PastInteraction(
                new InteractionId(row.id()),
                new LocationId(row.locationId()),
                members,
                row.sequence(),
                row.startedAt(),
                end(row));
    }

    private static Optional<End> end(InteractionRow row) {
        var time = row.endedAt();
        var messages = row.messages();
        return time == null || messages == null
                ? Optional.empty()
                : Optional.of(new End(
                        time,
                        messages,
                        Outcome.valueOf(constant(row.outcome())),
                        Ending.valueOf(constant(row.ending()))));
    }

    private static String constant(@Nullable String word) {
        return String.valueOf(word).toUpperCase(Locale.ROOT);
    }
}
