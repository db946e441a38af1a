package city.agents.application.minds;

import city.agents.AgentsReads;
import city.agents.AgentsReads.HeldOpinion;
import city.agents.AgentsReads.Observation;
import city.agents.LifeReads;
import city.agents.Occasion;
import city.agents.Opinion;
import city.agents.Thought.Asked;
import city.agents.Thought.Recalled;
import city.agents.domain.prompt.ObservationHash;
import city.agents.domain.prompt.Prompt;
import city.agents.domain.prompt.Scene;
import city.agents.domain.prompt.Scene.Opening;
import city.agents.domain.prompt.Scene.Place;
import city.agents.domain.talk.Topic;
import city.agents.spi.DecisionsPorts;
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
import city.world.WorldReads.LocationState;
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

    private Scenes(
            AgentsReads agents,
            LifeReads lives,
            WorldReads world,
            EconomyReads economy,
            Optional<InMind> mind,
            int memories,
            CityClock clock,
            Guide guide) {
        this.agents = agents;
        this.lives = lives;
        this.world = world;
        this.economy = economy;
        this.mind = mind;
        this.memories = memories;
        this.clock = clock;
        this.guide = guide;
    }

    static Scenes of(MindsPorts ports, Guide guide, MindsSettings settings) {
        // No more recalls than questions under way: they are in nobody's way while memory keeps up.
        var mind = ports.memories()
                .filter(_ -> settings.memories() > 0)
                .map(it -> new InMind(it, ports.executor(), settings.maxConcurrent()));
        return new Scenes(
                ports.agents(),
                ports.lives(),
                ports.world(),
                ports.economy(),
                mind,
                settings.memories(),
                ports.kernel().genesis().clock(),
                guide);
    }

    /// Where nothing comes to mind: what a program remembers is its own business.
    static Scenes of(DecisionsPorts ports) {
        return new Scenes(
                ports.agents(),
                ports.lives(),
                ports.world(),
                ports.economy(),
                Optional.empty(),
                0,
                ports.kernel().genesis().clock(),
                new Guide(ports.world(), ports.economy()));
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

    /// What it sees, in the words that a model is told, and what it has in mind; nothing is recalled for it.
    Asked glance(View view, int promptTokens) {
        var seen = look(view, Duration.ZERO);
        return told(view, seen, Prompt.of(seen.scene(), promptTokens));
    }

    /// @param prompt of what it has seen
    static Asked told(View view, Seen seen, Prompt prompt) {
        var inPrompt = seen.recalled().subList(0, prompt.memories());
        return new Asked(prompt.input(), prompt.sha256(), ObservationHash.of(view.seen()), inPrompt);
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
            case MONEY_AT_STAKE -> "You are about to do what moves a good part of your money, or what you live on";
            case FIRST_TIME -> "You are about to go where you never were, or to do what you never did";
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
        return world.findLocations(snapshot, notes.keySet()).stream()
                .map(it -> place(it, notes))
                .toList();
    }

    private static Place place(LocationState state, Map<LocationId, String> notes) {
        Location location = state.location();
        var kind = location.kind().name().toLowerCase(Locale.ROOT);
        var note = notes.getOrDefault(location.id(), "");
        return new Place(location.id(), location.name(), kind, state.open(), note);
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
