package city.adapter.postgres.columns;

import city.social.SocialEvent.InteractionEnded;
import city.social.SocialEvent.InteractionStarted;
import city.world.ResidentId;
import city.world.kernel.Event;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.Commit;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `social.interactions`: a row a conversation, from the commit's own facts: one statement for those that began, one
/// for those that ended.
public final class InteractionColumns implements ReadColumns {
    private static final String ADD = """
            INSERT INTO social.interactions (id, location_id, members, sequence, started_at)
            SELECT v.id, v.location_id, string_to_array(v.members, ',')::uuid[], v.sequence, v.started_at
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[])
                   AS v(id, location_id, members, sequence, started_at)
            """;

    private static final String END = """
            UPDATE social.interactions i
               SET members = string_to_array(v.members, ',')::uuid[], ended_at = v.ended_at,
                   messages = v.messages, outcome = v.outcome, ending = v.ending
              FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::integer[], ?::text[], ?::text[])
                   AS v(id, members, ended_at, messages, outcome, ending)
             WHERE i.id = v.id
            """;

    @Override
    public void write(Connection connection, Commit commit) throws SQLException {
        add(connection, logged(commit, InteractionStarted.class));
        end(connection, logged(commit, InteractionEnded.class));
    }

    private static void add(Connection connection, List<Logged<InteractionStarted>> begun) throws SQLException {
        if (begun.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setArray(
                    1, array(connection, "uuid", begun, it -> it.fact().subject()));
            statement.setArray(
                    2,
                    array(connection, "uuid", begun, it -> it.fact().location().value()));
            statement.setArray(
                    3, array(connection, "text", begun, it -> members(it.fact().members())));
            statement.setArray(
                    4, array(connection, "bigint", begun, it -> it.event().sequence()));
            statement.setArray(5, array(connection, "timestamptz", begun, Logged::time));
            statement.executeUpdate();
        }
    }

    private static void end(Connection connection, List<Logged<InteractionEnded>> over) throws SQLException {
        if (over.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(END)) {
            statement.setArray(
                    1, array(connection, "uuid", over, it -> it.fact().subject()));
            statement.setArray(
                    2, array(connection, "text", over, it -> members(it.fact().members())));
            statement.setArray(3, array(connection, "timestamptz", over, Logged::time));
            statement.setArray(
                    4, array(connection, "integer", over, it -> it.fact().messages()));
            statement.setArray(
                    5, array(connection, "text", over, it -> word(it.fact().outcome())));
            statement.setArray(
                    6, array(connection, "text", over, it -> word(it.fact().ending())));
            statement.executeUpdate();
        }
    }

    private static <E extends Event> List<Logged<E>> logged(Commit commit, Class<E> type) {
        var found = new ArrayList<Logged<E>>();
        for (int i = 0; i < commit.facts().size(); i++) {
            if (type.isInstance(commit.facts().get(i))) {
                found.add(new Logged<>(
                        type.cast(commit.facts().get(i)), commit.events().get(i)));
            }
        }
        return found;
    }

    private record Logged<E extends Event>(E fact, LoggedEvent event) {
        Timestamp time() {
            return Timestamp.from(event.time());
        }
    }

    private static String members(List<ResidentId> members) {
        return members.stream().map(it -> it.value().toString()).collect(Collectors.joining(","));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Event> Array array(
            Connection connection, String type, List<Logged<E>> rows, Function<Logged<E>, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
