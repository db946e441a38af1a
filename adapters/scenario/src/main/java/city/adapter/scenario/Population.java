package city.adapter.scenario;

import city.adapter.scenario.Directory.Opening;
import city.adapter.scenario.Directory.Spot;
import city.adapter.scenario.text.Faults;
import city.adapter.scenario.text.Place;
import city.agents.AgentsCommand.Spawn;
import city.agents.Persona;
import city.economy.Money;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Residents that are generated: the same for the same seed, others for another.
///
/// @param traits   in the order of {@link People#TRAITS}
/// @param homes    whose free beds they get
/// @param lives    what they bring along besides their persona
/// @param fillJobs whether they take the free places at work, those of their own district first
record Population(
        Place place,
        int count,
        People people,
        Spread balance,
        List<Spread> traits,
        List<Spot> homes,
        boolean fillJobs,
        Lives lives) {
    /// Tells the chances of a scenario apart from those of ticks and of the journal.
    private static final long KIND = 0x7363656e_6172696fL;

    private static final int TRIES = 20;
    private static final Purpose NAME = Purpose.of("scenario.name");
    private static final Purpose GOAL = Purpose.of("scenario.goal");
    private static final Purpose BALANCE = Purpose.of("scenario.balance");
    private static final Purpose TRAIT = Purpose.of("scenario.trait");
    private static final Purpose BED = Purpose.of("scenario.bed");

    Population {
        traits = List.copyOf(traits);
        homes = List.copyOf(homes);
    }

    /// Whole numbers from `min` to `max`: each as likely as the other, or those in the middle more often.
    record Spread(int min, int max, boolean bell) {
        int draw(Chance chance, Purpose purpose, long subject, int count) {
            if (!bell) {
                return min + chance.below(max - min + 1, purpose, subject, count);
            }
            int sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += chance.below(max - min + 1, purpose, subject, count * 3L + i);
            }
            return min + sum / 3;
        }
    }

    Population living(List<Spot> homes) {
        return new Population(place, count, people, balance, traits, homes, fillJobs, lives);
    }

    Population of(int count) {
        return new Population(place, count, people, balance, traits, homes, fillJobs, lives);
    }

    /// @param number   of this population among the scenario's
    /// @param taken    names that are taken; those given out are added
    /// @param vacant   beds and places; those given out are taken
    List<Spawn> settle(long seed, int number, Set<String> taken, Vacancies vacant, Faults faults) {
        var chance = Chance.of(seed, KIND, number);
        var beds = shuffled(vacant.freeBeds(homes), chance, BED);
        if (beds.size() < count) {
            faults.add(place, "must have homes with room: %d residents, %d free beds".formatted(count, beds.size()));
            return List.of();
        }
        beds.subList(0, count).forEach(vacant::takeBed);
        var homes = beds.subList(0, count);
        var families = lives.families(homes.stream().map(Spot::name).toList(), chance);
        var workers = IntStream.range(0, count)
                .filter(it -> families.get(it) == null || !families.get(it).isChild())
                .boxed()
                .toList();
        Map<Integer, Opening> jobs = fillJobs ? hire(workers, homes, vacant.freePlaces()) : Map.of();
        jobs.values().forEach(vacant::takePlace);
        var personas = personas(count, families, taken, chance);
        var ids = personas.stream().map(it -> Ids.resident(it.name())).toList();
        var spawns = new ArrayList<Spawn>(count);
        for (int i = 0; i < count; i++) {
            var job = Optional.ofNullable(jobs.get(i)).map(Opening::id);
            var home = Optional.of(homes.get(i).id());
            boolean child = families.get(i) != null && families.get(i).isChild();
            var money = child ? Money.ZERO : new Money(balance.draw(chance, BALANCE, i, 0));
            var life = Optional.of(lives.of(i, ids, families, chance));
            spawns.add(new Spawn(Optional.of(ids.get(i)), personas.get(i), home, job, money, life));
        }
        return spawns;
    }

    /// Families have the name of their head, who has the lowest number of them.
    private List<Persona> personas(int count, Map<Integer, Lives.Part> families, Set<String> taken, Chance chance) {
        var personas = new ArrayList<Persona>(count);
        var names = new HashMap<Integer, String>();
        for (int i = 0; i < count; i++) {
            int head =
                    Optional.ofNullable(families.get(i)).map(Lives.Part::head).orElse(i);
            var family = Optional.ofNullable(names.get(head));
            var persona = persona(chance, i, taken, family);
            personas.add(persona);
            names.put(i, familyName(persona.name()));
        }
        return personas;
    }

    private static String familyName(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    private Persona persona(Chance chance, int i, Set<String> taken, Optional<String> familyName) {
        var drawn = new int[traits.size()];
        for (int t = 0; t < drawn.length; t++) {
            drawn[t] = Math.clamp(traits.get(t).draw(chance, TRAIT, i, t), 0, 100);
        }
        var traits = new Persona.Traits(drawn[0], drawn[1], drawn[2], drawn[3], drawn[4], drawn[5]);
        var goal = pick(people.goals(), chance, GOAL, i, 0);
        return new Persona(name(chance, i, taken, familyName), people.text(traits), traits, List.of(goal));
    }

    private String name(Chance chance, int i, Set<String> taken, Optional<String> familyName) {
        var name = "";
        for (int n = 0; n < TRIES; n++) {
            var given = pick(people.given(), chance, NAME, i, 2L * n);
            var family = familyName.orElse(pick(people.family(), chance, NAME, i, 2L * n + 1));
            name = given + " " + family;
            if (taken.add(name)) {
                return name;
            }
        }
        int namesakes = 2;
        while (!taken.add(name + " " + namesakes)) {
            namesakes++;
        }
        return name + " " + namesakes;
    }

    private static String pick(List<String> texts, Chance chance, Purpose purpose, int i, long count) {
        return texts.get(chance.below(texts.size(), purpose, i, count));
    }

    /// Who gets which job, by the resident's number: first those near home, then what is left.
    private static Map<Integer, Opening> hire(List<Integer> workers, List<Spot> homes, List<Opening> places) {
        var near = new LinkedHashMap<String, Deque<Opening>>();
        places.forEach(it ->
                near.computeIfAbsent(it.district(), _ -> new ArrayDeque<>()).add(it));
        var hired = new HashMap<Integer, Opening>();
        for (int worker : workers) {
            var local = near.getOrDefault(homes.get(worker).district(), new ArrayDeque<>());
            if (!local.isEmpty()) {
                hired.put(worker, local.remove());
            }
        }
        var left = new ArrayDeque<Opening>();
        near.values().forEach(left::addAll);
        for (int worker : workers) {
            if (!hired.containsKey(worker) && !left.isEmpty()) {
                hired.put(worker, left.remove());
            }
        }
        return hired;
    }

    /// After Fisher and Yates.
    private static <T> List<T> shuffled(List<T> items, Chance chance, Purpose purpose) {
        var shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = chance.below(i + 1, purpose, i);
            var item = shuffled.get(i);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, item);
        }
        return shuffled;
    }
}
