package city.agents.application.minds;

import city.agents.AgentsReads;
import city.agents.AgentsReads.Observation;
import city.agents.AgentsReads.PlannedStep;
import city.agents.AgentsReads.ResidentState;
import city.agents.LifeReads;
import city.agents.LifeReads.LifeState;
import city.agents.Occasion;
import city.agents.Thought.Recalled;
import city.agents.domain.prompt.Scene;
import city.agents.domain.prompt.Scene.Opening;
import city.agents.domain.prompt.Scene.Place;
import city.agents.spi.MindsPorts;
import city.economy.EconomyReads;
import city.economy.EconomyReads.PurseState;
import city.memory.Memories;
import city.memory.Memory;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.world.Atlas.Location;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.WorldReads;
import city.world.kernel.CityClock;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gathers all that a resident may be aware of when it is asked. Its cost does not grow with the city.
final class Scenes {
    private static final Logger LOG = LoggerFactory.getLogger(Scenes.class);

    private final AgentsReads agents;
    private final LifeReads lives;
    private final WorldReads world;
    private final EconomyReads economy;
    private final Optional<Memories> memories;
    private final int recalled;
    private final CityClock clock;
    private final Guide guide;

    /// @param recalled memories that come to mind
    Scenes(MindsPorts ports, int recalled) {
        this.agents = ports.agents();
        this.lives = ports.lives();
        this.world = ports.world();
        this.economy = ports.economy();
        this.memories = ports.memories();
        this.recalled = recalled;
        this.clock = ports.kernel().genesis().clock();
        this.guide = new Guide(world, economy);
    }

    /// What a resident sees and remembers; and which memories those are.
    record Seen(Scene scene, List<Recalled> recalled) {}

    /// Empty for somebody who is not there any more.
    Optional<Seen> look(Snapshot snapshot, ResidentId resident, Occasion occasion) {
        var who = agents.findResident(snapshot, resident);
        var life = lives.findLife(snapshot, resident);
        var purse = economy.findPurse(snapshot, resident);
        var observation = agents.observe(snapshot, resident);
        return who.isEmpty() || life.isEmpty() || purse.isEmpty() || observation.isEmpty()
                ? Optional.empty()
                : Optional.of(look(snapshot, occasion, who.get(), life.get(), purse.get(), observation.get()));
    }

    private Seen look(
            Snapshot snapshot,
            Occasion occasion,
            ResidentState who,
            LifeState life,
            PurseState purse,
            Observation observation) {
        var plan = agents.plan(snapshot, who.id());
        var known = recall(snapshot, who, occasion, observation);
        List<Opening> openings = purse.job().isPresent() ? List.of() : guide.openings(snapshot);
        var scene = new Scene(
                words(occasion, observation),
                who.persona(),
                life,
                purse,
                observation,
                plan,
                places(snapshot, who, life, purse, observation, plan),
                openings,
                known.stream().map(it -> memory(snapshot, it.memory())).toList());
        return new Seen(scene, known.stream().map(Scenes::part).toList());
    }

    private static String words(Occasion occasion, Observation observation) {
        return switch (occasion) {
            case SPOKEN_TO ->
                observation
                        .talk()
                        .map(it -> it.invited() ? "You are asked to talk" : "It is your turn in a talk")
                        .orElse("Somebody spoke to you");
            case MORNING -> "You got up";
            case PLACE_CLOSED -> "The place where you are has closed";
            case JOB_LOST -> "You lost your job";
            case FOUL_WEATHER -> "The weather has turned foul";
            case TALK_OVER -> "Your talk is over";
            case FREE_TIME -> "You have nothing planned now";
            case NEXT_STEP -> "One thing is done and the next begins";
        };
    }

    /// Home, work and what is planned first, then what is near.
    private List<Place> places(
            Snapshot snapshot,
            ResidentState who,
            LifeState life,
            PurseState purse,
            Observation observation,
            List<PlannedStep> plan) {
        var notes = new LinkedHashMap<LocationId, String>();
        who.home().ifPresent(it -> notes.put(it, "home"));
        purse.job()
                .flatMap(it -> economy.findFirm(snapshot, it.firm()))
                .ifPresent(it -> notes.putIfAbsent(it.location(), "your work"));
        plan.forEach(step -> step.where().ifPresent(it -> notes.putIfAbsent(it, "")));
        life.ways().favourite().ifPresent(it -> notes.putIfAbsent(it, "your favourite place"));
        observation.location().ifPresent(here -> {
            guide.near(snapshot, here).forEach(it -> notes.putIfAbsent(it.id(), ""));
            notes.remove(here);
        });
        return notes.entrySet().stream()
                .flatMap(it -> place(snapshot, it).stream())
                .toList();
    }

    private Optional<Place> place(Snapshot snapshot, Map.Entry<LocationId, String> known) {
        return world.findLocation(snapshot, known.getKey()).map(it -> {
            Location location = it.location();
            var kind = location.kind().name().toLowerCase(Locale.ROOT);
            return new Place(location.id(), location.name(), kind, it.open(), known.getValue());
        });
    }

    /// What comes to mind of what it hears, whom it sees, and where it is. Who cannot remember now decides without.
    private List<Recollection> recall(
            Snapshot snapshot, ResidentState who, Occasion occasion, Observation observation) {
        if (memories.isEmpty() || recalled == 0) {
            return List.of();
        }
        try {
            var query = new RecallQuery(who.id(), cue(occasion, observation), recalled, snapshot.tick());
            return memories.get().recall(query, Optional.empty());
        } catch (RuntimeException failure) {
            LOG.debug("nothing comes to mind: {}", failure.getMessage());
            return List.of();
        }
    }

    private static String cue(Occasion occasion, Observation observation) {
        var cue = new StringBuilder(observation.place());
        observation
                .talk()
                .ifPresent(it -> cue.append(' ').append(it.topic()).append(' ').append(it.words()));
        observation.people().forEach(it -> cue.append(' ').append(it.name()));
        cue.append(' ').append(occasion.words());
        return cue.substring(0, Math.min(cue.length(), Memory.MAX_TEXT));
    }

    private Scene.Recalled memory(Snapshot snapshot, Memory memory) {
        long ticks = Math.max(0, snapshot.tick() - memory.madeAt());
        return new Scene.Recalled(memory.text(), Duration.ofMinutes(ticks * clock.stepMinutes()));
    }

    private static Recalled part(Recollection recollection) {
        var score = recollection.score();
        return new Recalled(
                recollection.memory().id(),
                recollection.memory().text(),
                score.recency(),
                score.importance(),
                score.relevance());
    }
}
