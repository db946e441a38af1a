package city.app.golden;

import city.adapter.scenario.ScenarioReader;
import city.agents.Action;
import city.agents.AgentsCommand;
import city.agents.AgentsReads.ResidentState;
import city.agents.Persona;
import city.app.wiring.CityParts;
import city.economy.AccountId;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.Money;
import city.economy.Transfer;
import city.world.WorldCommand;
import city.world.kernel.Command;
import city.world.kernel.Shards;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.spi.CityRecord;
import city.world.spi.JournalEntry;
import city.world.spi.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Records a city that is meddled with: each hour somebody from outside asks for something, in turns of every kind.
final class Recording {
    private static final int TICKS_BETWEEN_WISHES = 12;

    private final CityParts parts = CityParts.assemble(Shards.sequential());
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Machine machine;

    private Recording(Origin origin) {
        machine = new Machine(origin, parts.assembly(), CityParts.CODEC, Probe.none(), () -> 0);
    }

    static GoldenJournal of(String scenario, OptionalInt residents, int ticks) {
        var genesis = new ScenarioReader().read(scenario).genesis(OptionalLong.empty(), residents);
        var recording = new Recording(Origin.of(genesis, CityParts.CODEC));
        recording.machine.found(CityRecord.FOUNDER);
        while (recording.machine.tick() < ticks) {
            recording.machine.runTick();
            if (recording.machine.tick() % TICKS_BETWEEN_WISHES == 0) {
                recording.wish(recording.machine.tick() / TICKS_BETWEEN_WISHES);
            }
        }
        recording.gather();
        return new GoldenJournal(
                scenario, genesis.rulesVersion(), ticks, recording.machine.stateHash(), recording.entries);
    }

    private void wish(long hour) {
        gather();
        var residents = parts.agents().residents(machine.publish(), 0, 25);
        var one = residents.get((int) (hour * 7 % residents.size()));
        var other = residents.get((int) ((hour * 7 + 1) % residents.size()));
        for (var wish : wishes(hour, one, other)) {
            machine.admit("operator", CityParts.CODEC.nameOf(wish.getClass()), CityParts.CODEC.write(wish), wish);
        }
    }

    private List<Command<?>> wishes(long hour, ResidentState one, ResidentState other) {
        var places = parts.world().locations(machine.publish());
        var place = places.get((int) (hour * 5 % places.size())).location().id();
        return switch ((int) (hour % 7)) {
            case 0 ->
                List.of(
                        new OrderTransfer(transfer(one, other, 125)),
                        new OrderTransfer(transfer(other, one, 99_999_999)));
            case 1 -> List.of(new AgentsCommand.Act(one.id(), new Action.Move(place)));
            case 2 -> List.of(new WorldCommand.CloseLocation(place, "a pipe burst"));
            case 3 ->
                List.of(new AgentsCommand.Spawn(
                        Optional.empty(), newcomer(hour), Optional.empty(), Optional.empty(), new Money(50_00)));
            case 4 ->
                List.of(new AgentsCommand.Pause(one.id()), new AgentsCommand.Act(other.id(), new Action.Rest(30)));
            case 5 -> List.of(new AgentsCommand.Resume(one.id()), new WorldCommand.ReopenLocation(place));
            default ->
                List.of(
                        new AgentsCommand.Act(one.id(), new Action.Give(other.id(), new Money(75))),
                        new AgentsCommand.Depart(other.id()));
        };
    }

    private static Transfer transfer(ResidentState from, ResidentState to, long cents) {
        return new Transfer(
                new AccountId(from.id().value()),
                new AccountId(to.id().value()),
                new Money(cents),
                Transfer.Kind.TRANSFER,
                "by the hour");
    }

    private static Persona newcomer(long hour) {
        return new Persona("Newcomer " + hour, "Came from the hills.", Persona.Traits.LIKE_MOST, List.of("settle"));
    }

    private void gather() {
        entries.addAll(machine.take().journal());
        machine.stored();
    }
}
