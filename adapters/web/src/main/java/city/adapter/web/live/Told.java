package city.adapter.web.live;

import city.adapter.web.agents.OutcomeView;
import city.adapter.web.agents.QuestionView;
import city.adapter.web.events.EventView;
import city.adapter.web.problem.Problem;
import city.adapter.web.world.WorldView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The text messages of the server. The first member of each says what it is.
final class Told {
    private Told() {}

    /// The first message of every socket.
    ///
    /// @param cityId     the same as long as it is the same city, whoever runs it where: by how it was founded
    /// @param horizon    the least `after` of a subscription, by now
    /// @param activities what the codes of a map frame mean
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Hello(
            String type,
            int protocol,
            String city,
            UUID cityId,
            int generation,
            long lastSeq,
            long horizon,
            Instant epoch,
            int tickMinutes,
            List<String> activities) {}

    /// @param seq of the last event that this reflects
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record World(String type, long seq, WorldView.Now world) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Subscribed(String type, String id, long after) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Unsubscribed(String type, String id) {}

    /// @param scannedTo where to go on, also when nothing passed the filter
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Events(String type, String id, List<EventView> items, long scannedTo) {}

    /// A subscription is over, or never began.
    ///
    /// @param reason  `below-horizon`, `too-slow`
    /// @param status  as HTTP would say it: 410
    /// @param lastSeq up to here everything was sent
    /// @param catchUp where the rest can be read
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Ended(
            String type,
            String id,
            String reason,
            int status,
            String detail,
            long lastSeq,
            long horizon,
            String catchUp) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Names(String type, List<Name> items) {}

    /// @param slot       of a resident
    /// @param kind       `resident`, `firm`, `location`, `neighborhood`, `district`, `treasury` or `mint`
    /// @param locationId where a firm is
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Name(
            UUID id,
            @Nullable Integer slot,
            String name,
            String kind,
            @Nullable UUID locationId) {}

    /// The first message of a mind's socket.
    ///
    /// @param agentId  of the resident that it speaks for
    /// @param mind     who decides for the resident: questions come only while it is `external`
    /// @param patience ticks that the resident waits for an answer
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Welcome(String type, int protocol, UUID agentId, String mind, int patience) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Question(String type, QuestionView question) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Outcome(String type, OutcomeView outcome) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    record Wrong(String type, Problem problem) {}
}
