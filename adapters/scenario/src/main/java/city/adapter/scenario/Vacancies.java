package city.adapter.scenario;

import city.adapter.scenario.Directory.Opening;
import city.adapter.scenario.Directory.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Beds and places at work that nobody has yet.
final class Vacancies {
    private final List<Opening> openings;
    private final Map<String, Integer> bedsTaken;
    private final Map<String, Integer> placesTaken;

    private Vacancies(List<Opening> openings, Map<String, Integer> bedsTaken, Map<String, Integer> placesTaken) {
        this.openings = openings;
        this.bedsTaken = bedsTaken;
        this.placesTaken = placesTaken;
    }

    static Vacancies of(Directory directory) {
        return new Vacancies(List.copyOf(directory.openings().values()), new HashMap<>(), new HashMap<>());
    }

    Vacancies copy() {
        return new Vacancies(openings, new HashMap<>(bedsTaken), new HashMap<>(placesTaken));
    }

    boolean takeBed(Spot home) {
        return bedsTaken.merge(home.name(), 1, Integer::sum) <= home.capacity();
    }

    boolean takePlace(Opening opening) {
        return placesTaken.merge(opening.name(), 1, Integer::sum) <= opening.places();
    }

    /// Each home as often as it has room.
    List<Spot> freeBeds(List<Spot> homes) {
        var beds = new ArrayList<Spot>();
        for (var home : homes) {
            for (int i = bedsTaken.getOrDefault(home.name(), 0); i < home.capacity(); i++) {
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
