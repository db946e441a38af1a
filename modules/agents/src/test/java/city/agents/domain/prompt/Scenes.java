package city.agents.domain.prompt;

import city.agents.AgentsReads.Conversation;
import city.agents.AgentsReads.KnownParty;
import city.agents.AgentsReads.Needs;
import city.agents.AgentsReads.Observation;
import city.agents.AgentsReads.Offer;
import city.agents.AgentsReads.Person;
import city.agents.AgentsReads.PlannedStep;
import city.agents.Life.Occupation;
import city.agents.Life.Values;
import city.agents.LifeReads.LifeState;
import city.agents.LifeReads.Pursuit;
import city.agents.LifeReads.WaysState;
import city.agents.Opinion;
import city.agents.PartyId;
import city.agents.Persona;
import city.agents.Persona.Traits;
import city.agents.domain.prompt.Scene.Opening;
import city.agents.domain.prompt.Scene.Place;
import city.agents.domain.prompt.Scene.Recalled;
import city.economy.EconomyReads.Carried;
import city.economy.EconomyReads.JobState;
import city.economy.EconomyReads.PurseState;
import city.economy.FirmId;
import city.economy.JobId;
import city.economy.Money;
import city.social.InteractionId;
import city.world.Hours;
import city.world.LocationId;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Scenes of one resident, Ben, in which all texts can be made to say something else.
final class Scenes {
    static final ResidentId BEN = resident(0);
    static final ResidentId ANN = resident(1);
    static final PartyId PARTY = new PartyId(new UUID(0x8000, 5));
    static final InteractionId TALK = new InteractionId(new UUID(0x8000, 4));
    static final Instant NOW = Instant.parse("2026-11-03T14:05:00Z");

    /// As many as have room however long they are.
    private static final int MEMORIES = 3;

    private final UnaryOperator<String> says;

    private Scenes(UnaryOperator<String> says) {
        this.says = says;
    }

    /// A busy afternoon with everything in it, in plain words.
    static Scene plain() {
        return saying(UnaryOperator.identity());
    }

    /// The same with every text replaced.
    ///
    /// @param says makes of the plain text the one that stands there
    static Scene saying(UnaryOperator<String> says) {
        return new Scenes(says).scene(memories(MEMORIES, 80));
    }

    static Scene remembering(List<Recalled> memories) {
        return new Scenes(UnaryOperator.identity()).scene(memories);
    }

    static List<Recalled> memories(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(it -> new Recalled(
                        ("memory " + it + " of what Ann said ").repeat(40).substring(0, length),
                        Duration.ofMinutes(7 + 400L * it)))
                .toList();
    }

    static ResidentId resident(int number) {
        return new ResidentId(new UUID(0x8000, number));
    }

    static LocationId location(int number) {
        return new LocationId(new UUID(0x9000, number));
    }

    static JobId job(int number) {
        return new JobId(new UUID(0xa000, number));
    }

    private Scene scene(List<Recalled> memories) {
        return new Scene(
                says.apply("Ann spoke to you"),
                persona(),
                life(),
                purse(),
                observation(),
                plan(),
                IntStream.range(0, 12).mapToObj(this::place).toList(),
                IntStream.range(0, 6).mapToObj(this::opening).toList(),
                List.of(
                        new Opinion(new Opinion.Subject.Person(ANN), 2, opinion("She keeps her word.")),
                        new Opinion(new Opinion.Subject.Place(location(0)), -1, opinion("Too loud for me.")),
                        new Opinion(new Opinion.Subject.Person(resident(77)), 0, opinion("Nobody is here."))),
                memories.stream()
                        .map(it -> new Recalled(says.apply(it.text()), it.age()))
                        .toList());
    }

    private Persona persona() {
        return new Persona(
                lawful("Ben", 100),
                lawful("You grew up at the harbour and never left.", 2000),
                new Traits(80, 20, 50, 50, 50, 90),
                List.of(lawful("see the sea again", 200), lawful("own a boat", 200)));
    }

    private String opinion(String plain) {
        return lawful(plain, Opinion.MAX_WORDS);
    }

    /// What a persona may hold at all.
    private String lawful(String plain, int maxLength) {
        var said = new StringBuilder();
        says.apply(plain)
                .codePoints()
                .filter(it -> it != 0 && Character.getType(it) != Character.SURROGATE)
                .filter(it -> said.length() < maxLength - 1)
                .forEach(said::appendCodePoint);
        return said.toString().isBlank() ? plain : said.toString();
    }

    private LifeState life() {
        return new LifeState(
                BEN,
                42,
                Occupation.EMPLOYED,
                new Values(50, 50, 50, 50, 75),
                Optional.empty(),
                Optional.of(ANN),
                List.of(resident(2)),
                Optional.of(NOW.plus(Duration.ofHours(18))),
                new Pursuit(says.apply("save money"), 12, 40, NOW.minus(Duration.ofDays(3)), 2),
                new WaysState(says.apply("fishing by the water"), 3, Optional.empty(), false, false));
    }

    private PurseState purse() {
        var baker = new JobState(
                job(99), new FirmId(new UUID(0xb000, 1)), says.apply("baker"), new Money(900), 2, 1, Hours.ALWAYS);
        return new PurseState(
                new Money(1250),
                Optional.of(baker),
                Money.ZERO,
                Money.ZERO,
                List.of(new Carried(says.apply("bread"), 2), new Carried(says.apply("fish"), 1)));
    }

    private Observation observation() {
        return new Observation(
                NOW,
                says.apply("afternoon"),
                says.apply("rain"),
                Optional.of(location(0)),
                says.apply("Market Square"),
                says.apply("square"),
                true,
                14,
                IntStream.range(1, 9).mapToObj(this::person).toList(),
                List.of(new Offer(says.apply("bread"), says.apply("2.50"), 12)),
                says.apply("12.50"),
                new Needs(430, 705, 210),
                Optional.of(new Conversation(
                        TALK,
                        false,
                        true,
                        IntStream.range(0, 6).mapToObj(this::person).toList(),
                        Optional.of(says.apply("Ann")),
                        says.apply("Will you come to the harbour?"),
                        says.apply("harbour"))),
                List.of(new KnownParty(
                        PARTY,
                        says.apply("Harbour Lights"),
                        says.apply("Ann 3"),
                        location(2),
                        says.apply("Market Hall"),
                        NOW.plus(Duration.ofHours(4)),
                        NOW.plus(Duration.ofHours(6)))));
    }

    private Person person(int number) {
        return new Person(resident(number), says.apply("Ann " + number), says.apply("passing the time"));
    }

    private List<PlannedStep> plan() {
        return IntStream.range(0, 8)
                .mapToObj(it -> new PlannedStep(
                        NOW.minus(Duration.ofHours(3)).plus(Duration.ofHours(2L * it)),
                        says.apply("work"),
                        Optional.of(location(it))))
                .toList();
    }

    private Place place(int number) {
        return new Place(
                location(number),
                says.apply("Place " + number),
                says.apply("park"),
                number % 2 == 0,
                says.apply("home"));
    }

    private Opening opening(int number) {
        return new Opening(job(number), says.apply("clerk"), says.apply("Town Hall"), new Money(1100));
    }
}
