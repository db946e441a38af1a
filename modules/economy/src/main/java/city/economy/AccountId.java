package city.economy;

import java.util.UUID;

/// An account's id; a resident's and a firm's account have the id of their owner.
public record AccountId(UUID value) {}
