package city.app.bench.child;

/// What `/prometheus` said.
public record Exposition(String text) {
    /// The sum of all samples of a name, or of those with a label such as `thread="city"`.
    ///
    /// @param label empty for all
    /// @throws IllegalArgumentException when there is no such sample
    public double sum(String name, String label) {
        var found = text.lines()
                .filter(it -> it.startsWith(name + " ") || it.startsWith(name + "{"))
                .filter(it -> it.contains(label))
                .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
                .summaryStatistics();
        if (found.getCount() == 0) {
            throw new IllegalArgumentException("the city has no meter %s{%s}".formatted(name, label));
        }
        return found.getSum();
    }
}
