package city.adapter.postgres.history;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TransactionRepository extends GenericRepository<TransactionRow, UUID> {
    @Query(
            """
            SELECT id, sender_id, receiver_id, amount, type, metadata ->> 'memo' AS memo, created_at, sequence, tick
              FROM economy.transactions
             WHERE id = :id
            """)
    Optional<TransactionRow> find(UUID id);

    @Query(
            """
            SELECT id, sender_id, receiver_id, amount, type, metadata ->> 'memo' AS memo, created_at, sequence, tick
              FROM economy.transactions
             WHERE sequence < :before
             ORDER BY sequence DESC
             LIMIT :limit
            """)
    List<TransactionRow> list(long before, int limit);

    /// Two index scans that stop early, where one condition with OR would read all of an account's past.
    @Query(
            """
            SELECT id, sender_id, receiver_id, amount, type, metadata ->> 'memo' AS memo, created_at, sequence, tick
              FROM ((SELECT * FROM economy.transactions
                      WHERE sender_id = :account AND sequence < :before
                      ORDER BY sequence DESC LIMIT :limit)
                    UNION ALL
                    (SELECT * FROM economy.transactions
                      WHERE receiver_id = :account AND sequence < :before
                      ORDER BY sequence DESC LIMIT :limit)) AS both_sides
             ORDER BY sequence DESC
             LIMIT :limit
            """)
    List<TransactionRow> listOf(UUID account, long before, int limit);
}
