package city.agents.spi;

import city.agents.AgentsReads;
import city.agents.LifeReads;
import city.economy.EconomyReads;
import city.world.WorldReads;
import city.world.kernel.Event;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What is needed to hold programs that speak for residents to their limits, and to write down what they decide.
///
/// @param reader   an event as it was raised; empty for one that this release cannot read
/// @param executor gives each task a thread of its own, best a virtual one
/// @param wall     wall time
/// @param nanos    monotonic time, for measures
public record DecisionsPorts(
        Kernel kernel,
        Function<LoggedEvent, Optional<Event>> reader,
        AgentsReads agents,
        LifeReads lives,
        WorldReads world,
        EconomyReads economy,
        ThoughtLog thoughts,
        OutsideLimits limits,
        Executor executor,
        InstantSource wall,
        LongSupplier nanos) {}
