package city.app.bench.micro;

import city.agents.Action;
import city.agents.AgentsCommand.Act;
import city.agents.AgentsCommand.Spawn;
import city.agents.Persona;
import city.economy.Money;
import city.world.Atlas;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.WorldCommand.FoundWorld;
import city.world.kernel.Command;
import city.world.kernel.Genesis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// People who sleep by day, in a district of their own, out of everybody's way. Each is a whole resident, with a
/// home, an account, a mind and its one timer, which rings when it has slept eight hours and a quarter.
final class Dormitories {
    private static final int BEDS = 500;

    /// Nobody else walks so far.
    private static final int FAR_METERS = 900_000;

    /// So many commands make one group, as if they had been committed.
    private static final int GROUP = 10_000;

    private Dormitories() {}

    /// The same city with dormitories for so many, empty.
    static Genesis beside(Genesis genesis, int sleepers) {
        var founding = new ArrayList<Command<?>>(genesis.founding());
        for (int i = 0; i < founding.size(); i++) {
            if (founding.get(i) instanceof FoundWorld(var atlas, var climate)) {
                founding.set(i, new FoundWorld(with(atlas, Math.ceilDiv(sleepers, BEDS)), climate));
            }
        }
        return new Genesis(
                genesis.name(), genesis.seed(), genesis.rulesVersion(), genesis.epoch(), genesis.step(), founding);
    }

    /// They arrive, and go to bed at once.
    static void fill(BareCity city, int sleepers) {
        for (int n = 0; n < sleepers; n++) {
            var who = new ResidentId(id(4, n));
            var persona = new Persona("Sleeper " + n, "", Persona.Traits.LIKE_MOST, List.of());
            city.order(new Spawn(
                    Optional.of(who),
                    persona,
                    Optional.of(new LocationId(id(1, n / BEDS))),
                    Optional.empty(),
                    Money.ZERO));
            city.order(new Act(who, new Action.Sleep()));
            if (n % GROUP == GROUP - 1) {
                city.settle();
            }
        }
        city.settle();
    }

    private static Atlas with(Atlas atlas, int houses) {
        var places = new ArrayList<Atlas.Location>();
        places.add(place(houses, LocationKind.STREET));
        for (int n = 0; n < houses; n++) {
            places.add(place(n, LocationKind.HOME));
        }
        var districts = new ArrayList<>(atlas.districts());
        var part = new Atlas.Neighborhood(id(2, 0), "Dormitories", places);
        districts.add(new Atlas.District(id(3, 0), "Dormitories", List.of(part)));
        return new Atlas(districts);
    }

    private static Atlas.Location place(int number, LocationKind kind) {
        return new Atlas.Location(
                new LocationId(id(1, number)),
                "Dormitory " + number,
                kind,
                FAR_METERS + number % 50 * 100,
                FAR_METERS + number / 50 * 100,
                BEDS,
                List.of(Hours.ALWAYS));
    }

    private static UUID id(int kind, int number) {
        return new UUID(kind, 0x8000_000000000000L + number);
    }
}
