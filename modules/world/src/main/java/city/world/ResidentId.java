package city.world;

import java.util.UUID;

/// Who somebody is, for ever; also the id of the resident's account.
public record ResidentId(UUID value) {}
