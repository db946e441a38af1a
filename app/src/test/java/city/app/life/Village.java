package city.app.life;

import city.adapter.scenario.ScenarioReader;
import city.agents.AgentsEvent.Acted;
import city.agents.AgentsReads.ResidentState;
import city.app.wiring.CityParts;
import city.memory.Witness;
import city.world.ResidentId;
import city.world.WorldReads.LocationState;
import city.world.kernel.Command;
import city.world.kernel.Event;
import city.world.kernel.Participant.Breach;
import city.world.kernel.Shards;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.state.Snapshot;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/// The built-in village, or another scenario, on the machine that a running city has, without a database under it. The
/// village is founded on Monday, 1 April 2030, at 06:00.
final class Village {
    static final LocalDateTime FOUNDED = LocalDateTime.of(2030, 4, 1, 6, 0);

    final CityParts parts = CityParts.assemble(Shards.sequential());
    private final Machine machine;
    private final LocalDateTime founded;
    private final List<Told> told = new ArrayList<>();
    private final List<Witness.Told> log = new ArrayList<>();

    /// A fact and when it happened.
    record Told(Instant time, Event fact) {
        LocalDateTime at() {
            return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        }
    }

    Village() {
        this("village");
    }

    Village(String scenario) {
        this(scenario, OptionalInt.empty());
    }

    Village(String scenario, OptionalInt residents) {
        var genesis = new ScenarioReader().read(scenario).genesis(OptionalLong.empty(), residents);
        founded = LocalDateTime.ofInstant(genesis.epoch(), ZoneOffset.UTC);
        machine = new Machine(
                Origin.of(genesis, CityParts.CODEC), parts.assembly(), CityParts.CODEC, Probe.none(), () -> 0);
        machine.found("operator");
        gather();
    }

    /// Facts of a kind with their times, in order.
    Stream<Told> told(Class<? extends Event> type) {
        return told.stream().filter(it -> type.isInstance(it.fact()));
    }

    void runTo(LocalDateTime end) {
        long target = Duration.between(founded, end)
                .dividedBy(machine.origin().clock().step());
        while (machine.tick() < target) {
            machine.runTick();
            gather();
        }
    }

    LocalDateTime founded() {
        return founded;
    }

    Object order(Command<?> command) {
        var answer = machine.admit(
                "operator", CityParts.CODEC.nameOf(command.getClass()), CityParts.CODEC.write(command), command);
        gather();
        return answer;
    }

    List<Breach> audit() {
        return machine.audit();
    }

    Snapshot snapshot() {
        return machine.publish();
    }

    /// Of a kind, from a time on, in order.
    <E extends Event> Stream<E> facts(Class<E> type, LocalDateTime from) {
        return told.stream()
                .filter(it -> !it.at().isBefore(from))
                .map(Told::fact)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /// Who did something when, refused or not.
    record Deed(UUID resident, LocalDateTime at) {}

    /// From a time on, in order.
    List<Deed> deeds(LocalDateTime from) {
        return told.reversed().stream()
                .takeWhile(it -> !it.at().isBefore(from))
                .filter(it -> it.fact() instanceof Acted)
                .map(it -> new Deed(it.fact().subject(), it.at()))
                .toList()
                .reversed();
    }

    /// How often something was done and not refused.
    long deedsBetween(LocalDateTime from, LocalDateTime to, String action) {
        return told.stream()
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(to))
                .filter(it -> it.fact() instanceof Acted acted
                        && acted.action().equals(action)
                        && acted.outcome().equals("done"))
                .count();
    }

    LocalDateTime now() {
        return machine.origin().clock().localAt(machine.tick());
    }

    /// What a resident did and was not refused, as `hh:mm action detail (because)`, in order.
    List<String> diaryOf(ResidentId resident, LocalDateTime from) {
        return told.stream()
                .filter(it -> !it.at().isBefore(from))
                .filter(it -> it.fact() instanceof Acted acted
                        && acted.resident().equals(resident)
                        && acted.outcome().equals("done"))
                .map(it -> it.at().toLocalTime() + " " + words((Acted) it.fact()))
                .toList();
    }

    /// The same without the hours, minutes and numbers of pieces.
    List<String> deedsOf(ResidentId resident, LocalDateTime from) {
        return diaryOf(resident, from).stream()
                .map(it -> it.substring(6).replaceAll("\\d+ (minutes )?", ""))
                .toList();
    }

    ResidentState resident(String name) {
        return residents().stream()
                .filter(it -> it.persona().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<ResidentState> residents() {
        return parts.agents().residents(snapshot(), 0, 100_000);
    }

    LocationState location(String name) {
        return parts.world().locations(snapshot()).stream()
                .filter(it -> it.location().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// All events with their facts, in order.
    List<Witness.Told> log() {
        return List.copyOf(log);
    }

    /// The log as followers read it.
    EventFeed feed() {
        return new ToldFeed(log.stream().map(Witness.Told::logged).toList());
    }

    Optional<Event> read(LoggedEvent event) {
        return Optional.of((Event) CityParts.CODEC.read(event.type(), event.data()));
    }

    /// Lets go of what was told, so that many days fit into memory.
    void forget() {
        told.clear();
        log.clear();
    }

    private void gather() {
        var group = machine.take();
        for (int i = 0; i < group.facts().size(); i++) {
            var event = group.events().get(i);
            told.add(new Told(event.time(), group.facts().get(i)));
            log.add(new Witness.Told(event, group.facts().get(i)));
        }
        machine.stored();
    }

    private static String words(Acted acted) {
        return (acted.action() + " " + acted.detail()).strip() + " (" + acted.because() + ")";
    }
}
