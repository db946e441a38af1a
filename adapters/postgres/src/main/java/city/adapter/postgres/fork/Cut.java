package city.adapter.postgres.fork;

import city.world.kernel.CityClock;

/// Where a second city leaves the first.
///
/// @param tick         the last that both have
/// @param nextOrdinal  of the journal; what is below it both have
/// @param copied       the last sequence that is copied; the rest comes with the second city's first commit
/// @param lastSequence the last that both have
/// @param rulesVersion by which the city lives at the tick
/// @param clock        of both cities
public record Cut(long tick, long nextOrdinal, long copied, long lastSequence, int rulesVersion, CityClock clock) {}
