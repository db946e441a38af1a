package city.adapter.redis.projection;

import city.adapter.redis.projection.Change.PutHash;
import java.util.Map;
import java.util.Optional;

/// What the store says of itself: whose projections it holds, and how far they are.
///
/// @param city       a digest of its name and seed
/// @param generation raised when the city is restored from a backup
/// @param epoch      another one each time that all is made anew
/// @param sequence   of the last event of the log that everything reflects
/// @param complete   false while all is being made anew
record Marker(String city, int generation, String epoch, long sequence, boolean complete) {
    private static final String COMPLETE = "complete";
    private static final String FILLING = "filling";

    /// Empty when there is none, or one that this release does not write.
    static Optional<Marker> parse(Map<String, String> fields) {
        try {
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Marker(
                            fields.getOrDefault("city", ""),
                            Integer.parseInt(fields.getOrDefault("generation", "")),
                            fields.getOrDefault("epoch", ""),
                            Long.parseLong(fields.getOrDefault("sequence", "")),
                            COMPLETE.equals(fields.get("state"))));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    Change in(Keys keys) {
        return new PutHash(
                keys.marker(),
                Map.of(
                        "city",
                        city,
                        "generation",
                        String.valueOf(generation),
                        "epoch",
                        epoch,
                        "sequence",
                        String.valueOf(sequence),
                        "state",
                        complete ? COMPLETE : FILLING));
    }

    Marker at(long laterSequence) {
        return new Marker(city, generation, epoch, laterSequence, true);
    }

    boolean isOfOneEpochWith(Marker other) {
        return city.equals(other.city) && generation == other.generation && epoch.equals(other.epoch);
    }
}
