package city.economy;

import java.util.UUID;

/// A firm's id, and its account's.
public record FirmId(UUID value) {}
