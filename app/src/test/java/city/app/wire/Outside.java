package city.app.wire;

import city.agents.Action;
import city.agents.AgentsCommand;
import city.agents.Persona;
import city.app.wiring.CityParts;
import city.economy.AccountId;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.Money;
import city.economy.Transfer;
import city.social.SocialCommand;
import city.social.Tie.Bond;
import city.world.Happening;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.WorldCommand;
import city.world.kernel.Command;
import city.world.kernel.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people outside ask of a city, of every module and some of it refused: twice a day, about others each time.
final class Outside {
    private static final int HALF_A_DAY = 144;
    private static final int RESIDENTS = 100;

    private final CityParts parts;
    private final Machine machine;
    private final List<String> answers = new ArrayList<>();

    Outside(CityParts parts, Machine machine) {
        this.parts = parts;
        this.machine = machine;
    }

    void meddle() {
        if (machine.tick() % HALF_A_DAY == HALF_A_DAY / 3) {
            commands((int) (machine.tick() / HALF_A_DAY)).forEach(this::ask);
        }
    }

    /// What the city said to all that was asked, in order.
    List<String> answers() {
        return answers;
    }

    private void ask(Command<?> command) {
        var codec = CityParts.CODEC;
        var answer = machine.admit("operator", codec.nameOf(command.getClass()), codec.write(command), command);
        answers.add(codec.write(answer));
    }

    private List<Command<?>> commands(int n) {
        var snapshot = machine.publish();
        var residents = parts.agents().residents(snapshot, 0, RESIDENTS);
        var places = parts.world().locations(snapshot);
        ResidentId one = residents.get(n % RESIDENTS).id();
        ResidentId other = residents.get((n + 7) % RESIDENTS).id();
        ResidentId third = residents.get((n + 23) % RESIDENTS).id();
        LocationId place = places.get(n % places.size()).location().id();
        var persona = new Persona("Newcomer " + n, "Came in answer to a letter.", Persona.Traits.LIKE_MOST, List.of());
        return List.of(
                new OrderTransfer(transfer(one, other, 5_00)),
                new OrderTransfer(transfer(other, one, 1_000_000_00)),
                new AgentsCommand.Spawn(
                        Optional.empty(), persona, Optional.of(place), Optional.empty(), new Money(50_00)),
                new AgentsCommand.Act(one, new Action.Move(place)),
                new AgentsCommand.Act(third, new Action.Invite(List.of(other), Optional.empty(), 30)),
                new AgentsCommand.Act(other, new Action.Reply(n % 2 == 0, 30)),
                new AgentsCommand.Pause(third),
                new AgentsCommand.Resume(residents.get((n + 22) % RESIDENTS).id()),
                new AgentsCommand.Edit(
                        other, Optional.empty(), Optional.of("Changed " + n), Optional.empty(), Optional.empty()),
                new AgentsCommand.Depart(residents.get((n * 3 + 50) % RESIDENTS).id()),
                new WorldCommand.CloseLocation(place, "inventory"),
                new WorldCommand.ReopenLocation(places.get((n + places.size() - 1) % places.size())
                        .location()
                        .id()),
                new WorldCommand.StartEvent(Happening.Kind.MARKET_DAY, "Fair " + n, place.value(), 120),
                new SocialCommand.Relate(one, third, Bond.SIBLING, Bond.SIBLING, 400));
    }

    private static Transfer transfer(ResidentId from, ResidentId to, long minor) {
        return new Transfer(
                new AccountId(from.value()),
                new AccountId(to.value()),
                new Money(minor),
                Transfer.Kind.GIFT,
                "a letter");
    }
}
