package city.adapter.redis.projection;

import city.social.InteractionId;
import city.social.SocialReads.InteractionState;
import city.world.LocationId;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A conversation as readers see it.
final class MadeUpTalk {
    private MadeUpTalk() {}

    static InteractionState of(UUID id, int messages) {
        var nobody = new ResidentId(new UUID(1, 0));
        return new InteractionState(
                new InteractionId(id),
                new LocationId(new UUID(3, 0)),
                true,
                List.of(nobody),
                List.of(),
                nobody,
                messages,
                8,
                Optional.empty(),
                "",
                "",
                Instant.EPOCH);
    }
}
