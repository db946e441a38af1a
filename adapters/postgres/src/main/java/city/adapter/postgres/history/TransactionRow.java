package city.adapter.postgres.history;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/// A row of `economy.transactions`.
///
/// @param memo out of the row's metadata
@MappedEntity(value = "transactions", schema = "economy")
record TransactionRow(
        @Id UUID id,
        UUID senderId,
        UUID receiverId,
        BigDecimal amount,
        String type,
        String memo,
        Instant createdAt,
        long sequence,
        long tick) {}
