package city.adapter.scenario;

import city.adapter.scenario.Population.Spread;
import city.agents.Life;
import city.agents.Life.Calling;
import city.agents.Life.Values;
import city.world.ResidentId;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the residents of a population bring along besides their persona.
///
/// @param values          in the order of {@link LifeReader#VALUES}
/// @param familiesPercent of the homes that two or more of them share, so many are families: a couple, and the others
///                        their children
record Lives(Spread age, List<Spread> values, int familiesPercent, Optional<Calling> calling) {
    private static final Purpose AGE = Purpose.of("scenario.age");
    private static final Purpose VALUE = Purpose.of("scenario.value");
    private static final Purpose FAMILY = Purpose.of("scenario.family");
    private static final int YOUNGEST = 6;
    private static final int OLDEST = 15;

    Lives {
        values = List.copyOf(values);
    }

    /// A resident's part in its family.
    ///
    /// @param head    who gives the name, by number
    /// @param partner of a head or of who lives with it; empty for a child
    record Part(int head, OptionalInt partner) {
        boolean isChild() {
            return partner.isEmpty();
        }
    }

    /// Who belongs to a family, by number; others are not in it.
    ///
    /// @param homes of the residents, by number
    Map<Integer, Part> families(List<String> homes, Chance chance) {
        var together = new HashMap<String, List<Integer>>();
        for (int i = 0; i < homes.size(); i++) {
            together.computeIfAbsent(homes.get(i), _ -> new ArrayList<>()).add(i);
        }
        var parts = new HashMap<Integer, Part>();
        for (var home : together.values()) {
            boolean family = home.size() > 1 && chance.below(100, FAMILY, home.getFirst()) < familiesPercent;
            if (family) {
                int head = home.get(0);
                int partner = home.get(1);
                parts.put(head, new Part(head, OptionalInt.of(partner)));
                parts.put(partner, new Part(head, OptionalInt.of(head)));
                home.stream().skip(2).forEach(child -> parts.put(child, new Part(head, OptionalInt.empty())));
            }
        }
        return parts;
    }

    /// @param ids   of the residents, by number
    /// @param parts as of {@link #families}
    Life of(int number, List<ResidentId> ids, Map<Integer, Part> parts, Chance chance) {
        var part = Optional.ofNullable(parts.get(number));
        boolean child = part.filter(Part::isChild).isPresent();
        int drawn = child
                ? YOUNGEST + chance.below(OLDEST - YOUNGEST + 1, AGE, number)
                : Math.clamp(age.draw(chance, AGE, number, 0), 0, Life.MAX_AGE);
        var held = new int[values.size()];
        for (int v = 0; v < held.length; v++) {
            held[v] = Math.clamp(values.get(v).draw(chance, VALUE, number, v), 0, 100);
        }
        Optional<ResidentId> partner =
                part.map(Part::partner).filter(OptionalInt::isPresent).map(it -> ids.get(it.getAsInt()));
        return new Life(
                drawn,
                new Values(held[0], held[1], held[2], held[3], held[4]),
                child ? Optional.of(Calling.PUPIL) : calling,
                part.map(it -> Ids.household(ids.get(it.head()).value().toString())),
                partner,
                child ? part.map(it -> parents(it, ids, parts)).orElse(List.of()) : List.of());
    }

    private static List<ResidentId> parents(Part child, List<ResidentId> ids, Map<Integer, Part> parts) {
        var parents = new ArrayList<ResidentId>();
        parents.add(ids.get(child.head()));
        Optional.ofNullable(parts.get(child.head()))
                .map(Part::partner)
                .filter(OptionalInt::isPresent)
                .ifPresent(it -> parents.add(ids.get(it.getAsInt())));
        return parents;
    }
}
