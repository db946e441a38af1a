package city.world.kernel;

import java.util.UUID;

/// A fact of the city, in the past tense. Implementations are records with an {@link EventType} in a module's root
/// package, made of ids and values only.
public interface Event {
    /// Whom or what the fact is about; facts of one subject reach every follower in order.
    UUID subject();
}
