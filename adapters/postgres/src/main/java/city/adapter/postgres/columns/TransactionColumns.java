package city.adapter.postgres.columns;

import city.economy.EconomyEvent.MoneyTransferred;
import city.world.spi.Commit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// `economy.transactions`: a row a transfer, from the commit's own facts, in one statement.
public final class TransactionColumns implements ReadColumns {
    private static final String ADD =
            """
            INSERT INTO economy.transactions
                   (id, sender_id, receiver_id, amount, type, metadata, created_at, sequence, tick)
            SELECT v.id, v.sender_id, v.receiver_id, v.minor / 100.0, v.type,
                   jsonb_build_object('memo', v.memo), v.created_at, v.sequence, v.tick
              FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[],
                          ?::timestamptz[], ?::bigint[], ?::bigint[])
                   AS v(id, sender_id, receiver_id, minor, type, memo, created_at, sequence, tick)
            """;

    @Override
    public void write(Connection connection, Commit commit) throws SQLException {
        var transfers = transfers(commit);
        if (transfers.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(ADD)) {
            var arrays = new Arrays(connection, transfers);
            statement.setArray(1, arrays.of("uuid", it -> it.fact().transfer().value()));
            statement.setArray(2, arrays.of("uuid", it -> it.fact().from().value()));
            statement.setArray(3, arrays.of("uuid", it -> it.fact().to().value()));
            statement.setArray(4, arrays.of("bigint", it -> it.fact().amount().minor()));
            statement.setArray(5, arrays.of("text", it -> it.fact().kind().name().toLowerCase(Locale.ROOT)));
            statement.setArray(6, arrays.of("text", it -> it.fact().memo()));
            statement.setArray(7, arrays.of("timestamptz", Logged::time));
            statement.setArray(8, arrays.of("bigint", Logged::sequence));
            statement.setArray(9, arrays.of("bigint", Logged::tick));
            statement.executeUpdate();
        }
    }

    private static List<Logged> transfers(Commit commit) {
        var transfers = new ArrayList<Logged>();
        for (int i = 0; i < commit.facts().size(); i++) {
            if (commit.facts().get(i) instanceof MoneyTransferred fact) {
                var event = commit.events().get(i);
                transfers.add(new Logged(fact, event.sequence(), event.tick(), Timestamp.from(event.time())));
            }
        }
        return transfers;
    }

    private record Logged(MoneyTransferred fact, long sequence, long tick, Timestamp time) {}

    private record Arrays(Connection connection, List<Logged> transfers) {
        java.sql.Array of(String type, Function<Logged, Object> value) throws SQLException {
            return connection.createArrayOf(type, transfers.stream().map(value).toArray());
        }
    }
}
