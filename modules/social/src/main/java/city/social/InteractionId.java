package city.social;

import java.util.UUID;

public record InteractionId(UUID value) {}
