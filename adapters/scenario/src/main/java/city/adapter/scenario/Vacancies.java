package city.adapter.scenario;

import city.adapter.scenario.Directory.Opening;
import city.adapter.scenario.Directory.Spot;
import city.world.LocationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Beds and places at work that nobody has yet. Who has a bed in a room fills the house as well.
final class Vacancies {
    private final List<Opening> openings;
    /// Houses of rooms: whoever looks for a bed there gets a room.
    private final Set<String> divided;
    private final Map<String, Integer> bedsTaken;
    private final Map<String, Integer> placesTaken;

    private Vacancies(
            List<Opening> openings,
            Set<String> divided,
            Map<String, Integer> bedsTaken,
            Map<String, Integer> placesTaken) {
        this.openings = openings;
        this.divided = divided;
        this.bedsTaken = bedsTaken;
        this.placesTaken = placesTaken;
    }

    static Vacancies of(Directory directory) {
        var openings = List.copyOf(directory.openings().values());
        return new Vacancies(openings, divided(directory), new HashMap<>(), new HashMap<>());
    }

    Vacancies copy() {
        return new Vacancies(openings, divided, new HashMap<>(bedsTaken), new HashMap<>(placesTaken));
    }

    private static Set<String> divided(Directory directory) {
        return directory.spots().values().stream()
                .filter(it -> it.kind() == LocationKind.HOME)
                .flatMap(it -> it.around().stream())
                .map(Spot::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// @return whether there was one, in the home and in all that is around it
    boolean takeBed(Spot home) {
        boolean free = isFree(home);
        bedsTaken.merge(home.name(), 1, Integer::sum);
        home.around().forEach(it -> bedsTaken.merge(it.name(), 1, Integer::sum));
        return free;
    }

    private boolean isFree(Spot home) {
        return hasRoom(home) && home.around().stream().allMatch(this::hasRoom);
    }

    private boolean hasRoom(Spot spot) {
        return bedsTaken.getOrDefault(spot.name(), 0) < spot.capacity();
    }

    boolean takePlace(Opening opening) {
        return placesTaken.merge(opening.name(), 1, Integer::sum) <= opening.places();
    }

    /// Each home as often as it has room.
    List<Spot> freeBeds(List<Spot> homes) {
        var asIf = copy();
        var beds = new ArrayList<Spot>();
        for (var home : homes) {
            while (!divided.contains(home.name()) && asIf.isFree(home)) {
                asIf.takeBed(home);
                beds.add(home);
            }
        }
        return beds;
    }

    /// Each job as often as it has a place: first one of each in the order of the file, then second ones, so that few
    /// people leave no firm idle.
    List<Opening> freePlaces() {
        var rounds = new ArrayList<List<Opening>>();
        for (var opening : openings) {
            int free = opening.places() - placesTaken.getOrDefault(opening.name(), 0);
            for (int round = 0; round < free; round++) {
                if (round == rounds.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(opening);
            }
        }
        return rounds.stream().flatMap(List::stream).toList();
    }
}
