package city.adapter.scenario.generate;

import java.util.List;

/// What a number of districts are like.
///
/// @param names         of the first districts; the others get names of their own
/// @param districts     how many
/// @param residents     in all of them
/// @param xMeters       of the south-west corner of the first; the others lie east and north of it
/// @param neighborhoods in each
/// @param plotMeters    from one building to the next
/// @param spareBedsPercent beds that nobody has, of those that somebody has
public record DistrictRule(
        List<String> names,
        int districts,
        int residents,
        int xMeters,
        int yMeters,
        int neighborhoods,
        int plotMeters,
        List<HomeRule> homes,
        int spareBedsPercent,
        List<PlaceRule> places) {
    public DistrictRule {
        names = List.copyOf(names);
        homes = List.copyOf(homes);
        places = List.copyOf(places);
    }

    /// The same city with other residents: so many districts that each has about as many as before.
    public DistrictRule of(int wanted) {
        long all = Math.max(1, residents);
        int fewer = (int) Math.clamp((2L * districts * wanted + all) / (2 * all), 1, Math.max(1, wanted));
        return new DistrictRule(
                names, fewer, wanted, xMeters, yMeters, neighborhoods, plotMeters, homes, spareBedsPercent, places);
    }

    /// Of one district: all have as many, but for one more or less.
    int residentsOf(int district) {
        return (int) ((long) residents * (district + 1) / districts - (long) residents * district / districts);
    }
}
