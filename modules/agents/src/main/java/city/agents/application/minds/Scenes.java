package city.agents.application.minds;

import city.agents.AgentsReads;
import city.agents.AgentsReads.HeldOpinion;
import city.agents.AgentsReads.Observation;
import city.agents.LifeReads;
import city.agents.Occasion;
import city.agents.Opinion;
import city.agents.Thought.Recalled;
import city.agents.domain.prompt.Scene;
import city.agents.domain.prompt.Scene.Opening;
import city.agents.domain.prompt.Scene.Place;
import city.agents.domain.talk.Topic;
import city.agents.spi.MindsPorts;
import city.agents.spi.MindsSettings;
import city.economy.EconomyReads;
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

/// Gathers all that a resident may be aware of when it is asked. Its cost does not grow with the city.
final class Scenes {
    private final AgentsReads agents;
    private final LifeReads lives;
    private final WorldReads world;
    private final EconomyReads economy;
    private final Optional<InMind> mind;
    private final int memories;
    private final CityClock clock;
    private final Guide guide;

    Scenes(MindsPorts ports, Guide guide, MindsSettings settings) {
        this.agents = ports.agents();
        this.lives = ports.lives();
        this.world = ports.world();
        this.economy = ports.economy();
        this.memories = settings.memories();
        // No more recalls than questions under way: they are in nobody's way while memory keeps up.
        this.mind = ports.memories()
                .filter(_ -> memories > 0)
                .map(it -> new InMind(it, ports.executor(), settings.maxConcurrent()));
        this.clock = ports.kernel().genesis().clock();
        this.guide = guide;
    }

    /// What a resident sees and remembers; and which memories those are.
    record Seen(Scene scene, List<Recalled> recalled) {}

    /// Empty for somebody who is not there any more.
    Optional<View> view(Snapshot snapshot, ResidentId resident, Occasion occasion) {
        var who = agents.findResident(snapshot, resident);
        var life = lives.findLife(snapshot, resident);
        var purse = economy.findPurse(snapshot, resident);
        var observation = agents.observe(snapshot, resident);
        var plan = agents.plan(snapshot, resident);
        return who.isEmpty() || life.isEmpty() || purse.isEmpty() || observation.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new View(snapshot, occasion, who.get(), life.get(), purse.get(), observation.get(), plan));
    }

    /// @param toRecall how long may pass until something comes to mind
    Seen look(View view, Duration toRecall) {
        var snapshot = view.snapshot();
        var known = inMind(view, toRecall);
        List<Opening> openings = view.purse().job().isPresent() ? List.of() : guide.openings(snapshot);
        var scene = new Scene(
                words(view.occasion(), view.seen()),
                view.who().persona(),
                view.life(),
                view.purse(),
                view.seen(),
                view.plan(),
                places(view),
                openings,
                opinions(view),
                known.stream().map(it -> memory(snapshot, it.memory())).toList());
        return new Seen(scene, known.stream().map(Scenes::part).toList());
    }

    List<Opinion> opinions(View view) {
        return agents.nights(view.snapshot(), view.who().id()).opinions().stream()
                .map(HeldOpinion::opinion)
                .toList();
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
            case ASLEEP -> "You fell asleep";
        };
    }

    /// Home, work and what is planned first, then what is near.
    List<Place> places(View view) {
        var snapshot = view.snapshot();
        var notes = new LinkedHashMap<LocationId, String>();
        view.who().home().ifPresent(it -> notes.put(it, "home"));
        view.purse()
                .job()
                .flatMap(it -> economy.findFirm(snapshot, it.firm()))
                .ifPresent(it -> notes.putIfAbsent(it.location(), "your work"));
        view.plan().forEach(step -> step.where().ifPresent(it -> notes.putIfAbsent(it, "")));
        view.seen().parties().stream().limit(Scene.MOST_PARTIES).forEach(it -> notes.putIfAbsent(it.location(), ""));
        view.life().ways().favourite().ifPresent(it -> notes.putIfAbsent(it, "your favourite place"));
        view.seen().location().ifPresent(here -> {
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

    /// Beside what it lived through last what comes to mind of what it hears, whom it sees, and where it is. Who cannot
    /// remember now decides without.
    private List<Recollection> inMind(View view, Duration atMost) {
        if (mind.isEmpty()) {
            return List.of();
        }
        var query = new RecallQuery(
                view.who().id(),
                cue(view.occasion(), view.seen()),
                memories,
                view.snapshot().tick());
        return mind.get().of(query, atMost);
    }

    private static String cue(Occasion occasion, Observation observation) {
        var cue = new StringBuilder(observation.place());
        observation
                .talk()
                .ifPresent(it -> cue.append(' ')
                        .append(Topic.nounOf(it.topic()).orElse(""))
                        .append(' ')
                        .append(it.words()));
        observation.people().forEach(it -> cue.append(' ').append(it.name()));
        cue.append(' ').append(occasion.words());
        return cue.substring(0, Math.min(cue.length(), Memory.MAX_TEXT));
    }

    Scene.Recalled memory(Snapshot snapshot, Memory memory) {
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
