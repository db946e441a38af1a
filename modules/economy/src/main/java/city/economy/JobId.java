package city.economy;

import java.util.UUID;

/// A kind of job at a firm, with one or more places.
public record JobId(UUID value) {}
