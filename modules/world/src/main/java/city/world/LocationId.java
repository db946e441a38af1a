package city.world;

import java.util.UUID;

public record LocationId(UUID value) {}
