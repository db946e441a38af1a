package city.adapter.postgres.history;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InteractionRepository extends GenericRepository<InteractionRow, UUID> {
    @Query("""
            SELECT id, location_id, array_to_string(members, ',') AS members, sequence, started_at, ended_at, messages,
                   outcome, ending
              FROM social.interactions
             WHERE id = :id
            """)
    Optional<InteractionRow> find(UUID id);

    @Query("""
            SELECT id, location_id, array_to_string(members, ',') AS members, sequence, started_at, ended_at, messages,
                   outcome, ending
              FROM social.interactions
             WHERE sequence < :before
             ORDER BY sequence DESC
             LIMIT :limit
            """)
    List<InteractionRow> list(long before, int limit);

    @Query("""
            SELECT id, location_id, array_to_string(members, ',') AS members, sequence, started_at, ended_at, messages,
                   outcome, ending
              FROM social.interactions
             WHERE members @> ARRAY[:member] AND sequence < :before
             ORDER BY sequence DESC
             LIMIT :limit
            """)
    List<InteractionRow> listOf(UUID member, long before, int limit);
}
