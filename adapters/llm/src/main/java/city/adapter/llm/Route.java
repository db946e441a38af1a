package city.adapter.llm;

/// One way to a provider.
///
/// @param provider by its name
/// @param rank     1 is asked first, the others in order when it fails
/// @param weight   among those of one rank, the share of questions that go there first
public record Route(String provider, int rank, int weight) {
    private static final int MAX_WEIGHT = 1_000;

    public Route {
        requireWithin("rank", rank, LlmSettings.MAX_PROVIDERS);
        requireWithin("weight", weight, MAX_WEIGHT);
    }

    private static void requireWithin(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("%s must be within 1..%d: %d".formatted(name, max, value));
        }
    }
}
