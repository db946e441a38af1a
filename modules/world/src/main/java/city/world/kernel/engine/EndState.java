package city.world.kernel.engine;

import java.util.Optional;

/// How a run ended.
///
/// @param trouble what broke; empty when it ended as it should
public record EndState(long tick, String stateHash, Optional<String> trouble) {}
