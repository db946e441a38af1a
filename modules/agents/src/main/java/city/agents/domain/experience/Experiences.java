package city.agents.domain.experience;

import city.agents.AgentsEvent;
import city.agents.AgentsReads;
import city.economy.EconomyEvent;
import city.economy.EconomyReads;
import city.memory.Witness;
import city.social.SocialEvent;
import city.social.SocialReads;
import city.world.WorldEvent;
import city.world.WorldReads;
import city.world.kernel.Event;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What each event means to those who live through it: who remembers it, in which words, and what was at stake. What is
/// trivial and frequent, such as a walk or a rest, leaves nothing. For one thread.
public final class Experiences implements Witness {
    private final WorldReads world;
    private final EconomyReads economy;
    private final SocialReads social;
    private final AgentsReads agents;
    private final TalkRules talks;

    /// @param feed   asked for what was said in conversations whose beginning was not told here
    /// @param reader of the feed's events
    public Experiences(
            WorldReads world,
            EconomyReads economy,
            SocialReads social,
            AgentsReads agents,
            EventFeed feed,
            Function<LoggedEvent, Optional<Event>> reader) {
        this.world = world;
        this.economy = economy;
        this.social = social;
        this.agents = agents;
        this.talks = new TalkRules(new OpenTalks(feed, reader));
    }

    @Override
    public Testimony testify(List<Told> events, Snapshot snapshot) {
        var scene = new Scene(snapshot, world, economy, social, agents);
        var notes = new ArrayList<Experience>();
        var asleep = new ArrayList<FellAsleep>();
        for (var told : events) {
            var diary = new Diary(told.logged(), scene, notes);
            long sequence = told.logged().sequence();
            switch (told.fact()) {
                case AgentsEvent it ->
                    LifeRules.note(
                            it,
                            scene,
                            diary,
                            who -> asleep.add(new FellAsleep(who, told.logged().tick())));
                case EconomyEvent it -> MoneyRules.note(it, scene, diary);
                case SocialEvent it -> talks.note(it, sequence, scene, diary);
                case WorldEvent it -> PlaceRules.note(it, sequence, scene, diary);
                // Of another module, which has no say here.
                default -> {}
            }
        }
        return new Testimony(notes, asleep);
    }
}
