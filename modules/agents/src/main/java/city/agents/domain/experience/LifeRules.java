package city.agents.domain.experience;

import city.agents.AgentsEvent;
import city.agents.AgentsEvent.FellIll;
import city.agents.AgentsEvent.GoalReached;
import city.agents.AgentsEvent.PartyJoined;
import city.agents.AgentsEvent.PartyPlanned;
import city.agents.AgentsEvent.PartyTold;
import city.agents.AgentsEvent.Recovered;
import city.agents.AgentsEvent.Spawned;
import city.agents.AgentsEvent.StatusChanged;
import city.agents.ResidentStatus;
import city.memory.Memory.Kind;
import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.social.SocialEvent.RelationshipChanged;
import city.world.ResidentId;
import java.util.function.Consumer;

/// What becomes of oneself and of those whom one knows.
final class LifeRules {
    private static final int ARRIVAL = 600;
    private static final int GOAL = 500;
    private static final int ILLNESS = 400;
    private static final int RECOVERY = 250;
    private static final int OWN_PARTY = 500;
    private static final int WORD_OF_PARTY = 350;
    private static final int PARTY = 400;

    private LifeRules() {}

    /// @param asleep gets who fell asleep
    static void note(AgentsEvent event, Scene scene, Diary diary, Consumer<ResidentId> asleep) {
        switch (event) {
            case Spawned it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(ARRIVAL, Role.ACTOR, 0, false, true),
                        "I am %s and came to the city; my home is %s."
                                .formatted(it.name(), scene.place(it.location())));
            case GoalReached it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(GOAL, Role.ACTOR, 0, true, false),
                        "I reached what I was after for %d days: %s.".formatted(it.days(), it.goal()));
            case FellIll it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(ILLNESS, Role.TARGET, 0, false, false),
                        "I fell ill.");
            case Recovered it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(RECOVERY, Role.TARGET, 0, false, false),
                        "I was ill and am well again.");
            case PartyPlanned it ->
                diary.note(
                        it.host(),
                        Kind.OBSERVATION,
                        new Stakes(OWN_PARTY, Role.ACTOR, 0, true, false),
                        "I am giving a party, %s, at %s.".formatted(it.name(), scene.place(it.location())));
            case PartyTold it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(WORD_OF_PARTY, Role.LISTENER, scene.tie(it.resident(), it.by()), false, false),
                        "%s told me of a party, %s%s."
                                .formatted(scene.somebody(it.by()), it.name(), it.willing() ? "; I mean to go" : ""));
            case PartyJoined it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(PARTY, Role.ACTOR, 0, false, false),
                        "I was at the party %s at %s.".formatted(it.name(), scene.place(it.location())));
            case StatusChanged it -> {
                if (it.to() == ResidentStatus.SLEEPING) {
                    asleep.accept(it.resident());
                }
            }
            case AgentsEvent.Departed _,
                    AgentsEvent.Acted _,
                    AgentsEvent.DistrictActions _,
                    AgentsEvent.MindAsked _,
                    AgentsEvent.MindSettled _ -> {}
        }
    }

    /// A tie is told again and again as it grows; of each kind that it ever was it is remembered once.
    static void note(RelationshipChanged it, Scene scene, Diary diary) {
        var name = scene.somebody(it.to());
        switch (it.kind()) {
            case STRANGER -> {}
            case ACQUAINTANCE -> tie(it, 100, "I got to know %s.".formatted(name), diary);
            case COLLEAGUE -> tie(it, 150, "%s is a colleague of mine.".formatted(name), diary);
            case FRIEND -> tie(it, 300, "%s and I became friends.".formatted(name), diary);
            case CLOSE_FRIEND -> tie(it, 450, "%s and I became close friends.".formatted(name), diary);
            case RIVAL -> tie(it, 400, "%s and I fell out with each other.".formatted(name), diary);
            case FAMILY -> tie(it, 500, "%s is of my family.".formatted(name), diary);
        }
    }

    private static void tie(RelationshipChanged it, int base, String text, Diary diary) {
        diary.noteOnce(
                it.from(),
                "tie %s %s".formatted(it.tie(), it.kind()),
                new Stakes(base, Role.ACTOR, it.strengthPerMille(), false, false),
                text);
    }
}
