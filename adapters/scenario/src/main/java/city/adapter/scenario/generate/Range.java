package city.adapter.scenario.generate;

import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;

/// Whole numbers from `min` to `max`, each as likely as the other.
public record Range(int min, int max) {
    public Range {
        if (max < min) {
            throw new IllegalArgumentException("max must be at least min: %d, %d".formatted(min, max));
        }
    }

    int draw(Chance chance, Purpose purpose, long subject, long count) {
        return min + chance.below(max - min + 1, purpose, subject, count);
    }
}
