package city.agents.spi;

import city.agents.AgentsReads;
import city.agents.LifeReads;
import city.economy.EconomyReads;
import city.memory.Memories;
import city.social.SocialReads;
import city.world.WorldReads;
import city.world.kernel.Event;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What minds outside of the city thread need.
///
/// @param reader   an event as it was raised; empty for one that this release cannot read
/// @param memories empty where residents remember nothing
/// @param executor gives each task a thread of its own, best a virtual one
/// @param wall     wall time, by whose days and minutes budgets count
/// @param nanos    monotonic time, for deadlines and measures
public record MindsPorts(
        Kernel kernel,
        Function<LoggedEvent, Optional<Event>> reader,
        AgentsReads agents,
        LifeReads lives,
        WorldReads world,
        EconomyReads economy,
        SocialReads social,
        Optional<Memories> memories,
        LanguageModel model,
        ActionGrammar grammar,
        NightGrammar nightGrammar,
        ThoughtLog thoughts,
        EarlierReplies earlier,
        MindProbe probe,
        Executor executor,
        InstantSource wall,
        LongSupplier nanos) {}
