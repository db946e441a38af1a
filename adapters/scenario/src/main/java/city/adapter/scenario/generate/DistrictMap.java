package city.adapter.scenario.generate;

import city.adapter.scenario.generate.Plot.District;
import city.adapter.scenario.generate.Plot.Neighborhood;
import city.world.Hours;
import city.world.LocationKind;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Draws the districts of a rule: squares of neighborhoods, each with its street and what people share in the middle
/// and the homes around. The same rule gives the same map, whatever the city's seed is.
public final class DistrictMap {
    private static final long KIND = 0x67656e65_72617465L;
    private static final Purpose HOME = Purpose.of("scenario.home");
    private static final Purpose BEDS = Purpose.of("scenario.beds");
    private static final Purpose FLOORS = Purpose.of("scenario.floors");
    private static final Purpose FLATS = Purpose.of("scenario.flats");

    /// A street takes everybody in; this is what it looks like on the map.
    private static final int STREET_CAPACITY = 500;

    private static final int AVENUE_METERS = 60;

    private final DistrictRule rule;
    private final Chance chance;
    private final int shares;
    private long drawn;

    private DistrictMap(DistrictRule rule, int number) {
        this.rule = rule;
        this.chance = Chance.of(0, KIND, number);
        this.shares = rule.homes().stream().mapToInt(HomeRule::share).sum();
    }

    /// @param number    of the rule in its file
    /// @param firstName of the names for districts that were given none
    public static List<District> of(DistrictRule rule, int number, int firstName) {
        return new DistrictMap(rule, number).draw(firstName);
    }

    private List<District> draw(int firstName) {
        var districts = new ArrayList<District>();
        for (int i = 0; i < rule.districts(); i++) {
            var name = i < rule.names().size()
                    ? rule.names().get(i)
                    : DistrictNames.district((firstName + i) % DistrictNames.MOST);
            districts.add(district(name, rule.residentsOf(i)));
        }
        return placed(districts);
    }

    private District district(String name, int residents) {
        int parts = Math.clamp(residents, 1, rule.neighborhoods());
        var neighborhoods = new ArrayList<Neighborhood>();
        for (int i = 0; i < parts; i++) {
            int own = (int) ((long) residents * (i + 1) / parts - (long) residents * i / parts);
            var part = DistrictNames.neighborhood(name, i);
            var plots = shared(part, i, parts, residents);
            plots.addAll(homes(part, own));
            neighborhoods.add(new Neighborhood(part, plots));
        }
        return new District(name, residents, neighborhoods);
    }

    /// The street and this neighborhood's share of what the district has: of each kind as many as any other, or one.
    private List<Plot> shared(String name, int part, int parts, int residents) {
        var plots = new ArrayList<Plot>();
        plots.add(new Plot(
                name + " Street",
                LocationKind.STREET,
                0,
                0,
                STREET_CAPACITY,
                List.of(Hours.ALWAYS),
                List.of(),
                PlaceRule.NO_FIRM));
        Map<String, Integer> namesakes = new HashMap<>();
        for (int kind = 0; kind < rule.places().size(); kind++) {
            var place = rule.places().get(kind);
            int count = place.countFor(residents);
            for (int nth = 0; nth < count; nth++) {
                // Shifted by kind, so that what there is one of does not all stand in one neighborhood.
                if (((long) nth * parts / count + kind) % parts == part) {
                    var full = name + " " + place.name();
                    int same = namesakes.merge(full, 1, Integer::sum);
                    plots.add(new Plot(
                            same == 1 ? full : full + " " + same,
                            place.kind(),
                            0,
                            0,
                            place.capacity(),
                            place.hours(),
                            List.of(),
                            place.firm()));
                }
            }
        }
        return plots;
    }

    private List<Plot> homes(String name, int residents) {
        int wanted = Math.ceilDiv(residents * (100 + rule.spareBedsPercent()), 100);
        var homes = new ArrayList<Plot>();
        for (int beds = 0; beds < wanted; beds += homes.getLast().capacity()) {
            homes.add(home(name, homes.size() + 1, way()));
        }
        return homes;
    }

    private HomeRule way() {
        int at = chance.below(shares, HOME, drawn++);
        for (var way : rule.homes()) {
            at -= way.share();
            if (at < 0) {
                return way;
            }
        }
        throw new IllegalStateException("shares must add up to what was drawn from");
    }

    private Plot home(String neighborhood, int number, HomeRule way) {
        int floors = way.floors().draw(chance, FLOORS, drawn++, 0);
        int flats = way.flats().draw(chance, FLATS, drawn++, 0);
        if (floors * flats == 1) {
            return Plot.home(
                    "%d %s".formatted(number, neighborhood), way.beds().draw(chance, BEDS, drawn++, 0), List.of());
        }
        var name = "%s %s %d".formatted(neighborhood, way.name(), number);
        var storeys = IntStream.rangeClosed(1, floors)
                .mapToObj(floor -> floor(name, floor, flats, way))
                .toList();
        return Plot.home(name, beds(storeys), floors == 1 ? storeys.getFirst().within() : storeys);
    }

    private Plot floor(String house, int floor, int flats, HomeRule way) {
        var doors = IntStream.rangeClosed(1, flats)
                .mapToObj(door -> Plot.home(
                        "%s, flat %d.%d".formatted(house, floor, door),
                        way.beds().draw(chance, BEDS, drawn++, 0),
                        List.of()))
                .toList();
        return Plot.home("%s, floor %d".formatted(house, floor), beds(doors), doors);
    }

    private static int beds(List<Plot> within) {
        return within.stream().mapToInt(Plot::capacity).sum();
    }

    /// Puts all on the map: districts, neighborhoods and plots each in a square that is filled row by row.
    private List<District> placed(List<District> districts) {
        int widest = districts.stream()
                .flatMap(it -> it.neighborhoods().stream())
                .mapToInt(it -> side(it.plots().size()))
                .max()
                .orElse(1);
        int pitch = widest * rule.plotMeters() + AVENUE_METERS;
        int across = side(rule.neighborhoods()) * pitch + AVENUE_METERS;
        var placed = new ArrayList<District>();
        for (var district : districts) {
            int columns = side(districts.size());
            int x = rule.xMeters() + placed.size() % columns * across;
            int y = rule.yMeters() + placed.size() / columns * across;
            placed.add(placed(district, x, y, pitch));
        }
        return placed;
    }

    private District placed(District district, int x, int y, int pitch) {
        int columns = side(district.neighborhoods().size());
        var placed = new ArrayList<Neighborhood>();
        for (var part : district.neighborhoods()) {
            int west = x + placed.size() % columns * pitch;
            int south = y + placed.size() / columns * pitch;
            placed.add(new Neighborhood(part.name(), placed(part.plots(), west, south)));
        }
        return new District(district.name(), district.residents(), placed);
    }

    /// The first plots get the middle.
    private List<Plot> placed(List<Plot> plots, int west, int south) {
        int side = side(plots.size());
        var cells = IntStream.range(0, side * side)
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer cell) -> fromMiddle(cell % side, side) + fromMiddle(cell / side, side)))
                .toList();
        var placed = new ArrayList<Plot>();
        for (var plot : plots) {
            int cell = cells.get(placed.size());
            placed.add(plot.at(west + cell % side * rule.plotMeters(), south + cell / side * rule.plotMeters()));
        }
        return placed;
    }

    private static int fromMiddle(int at, int side) {
        int twice = 2 * at - (side - 1);
        return twice * twice;
    }

    private static int side(int count) {
        int side = 1;
        while (side * side < count) {
            side++;
        }
        return side;
    }
}
