package city.economy;

import java.util.UUID;

/// One transfer from account to account.
public record TransferId(UUID value) {}
