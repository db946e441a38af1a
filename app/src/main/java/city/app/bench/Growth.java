package city.app.bench;

/// How a cost grows with a size: the p of size^p that fits best, by least squares on the logarithms of both.
public final class Growth {
    private Growth() {}

    /// @param sizes each above 0, not all equal
    /// @param costs above 0, in the same order
    public static double exponent(double[] sizes, double[] costs) {
        if (sizes.length != costs.length || sizes.length < 2) {
            throw new IllegalArgumentException(
                    "sizes and costs must be as many, at least 2: %d and %d".formatted(sizes.length, costs.length));
        }
        double meanX = meanLog(sizes);
        double meanY = meanLog(costs);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < sizes.length; i++) {
            double x = Math.log(sizes[i]) - meanX;
            covariance += x * (Math.log(costs[i]) - meanY);
            variance += x * x;
        }
        return covariance / variance;
    }

    private static double meanLog(double[] values) {
        double sum = 0;
        for (double value : values) {
            if (value <= 0) {
                throw new IllegalArgumentException("sizes and costs must be above 0: " + value);
            }
            sum += Math.log(value);
        }
        return sum / values.length;
    }
}
