package city.adapter.postgres.history;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `social.interactions`.
///
/// @param members ids, separated by commas
@MappedEntity(value = "interactions", schema = "social")
record InteractionRow(
        @Id UUID id,
        UUID locationId,
        String members,
        long sequence,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer messages,
        @Nullable String outcome,
        @Nullable String ending) {}
