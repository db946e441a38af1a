package city.app.bench.peers;

import java.util.SplittableRandom;

/// The trivial agent rule by which simulators are compared: four needs run down, eight utilities are weighed, the best
/// of them is a step on a grid that meets one need. No money, no memory, no record, nobody else.
final class TrivialRule {
    static final int NEEDS = 4;
    static final int SIDE = 1024;

    private static final int CHOICES = 8;
    private static final float DECAY = 0.01f;
    private static final float GAIN = 0.3f;
    private static final int[] EAST = {1, 1, 0, -1, -1, -1, 0, 1};
    private static final int[] NORTH = {0, 1, 1, 1, 0, -1, -1, -1};

    private final float[] weights = new float[CHOICES * NEEDS];

    TrivialRule(SplittableRandom chance) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) chance.nextDouble();
        }
    }

    /// A need after a step.
    static float runDown(float need) {
        return Math.max(0, need - DECAY);
    }

    /// The best choice, by what is left of each need.
    int choose(float a, float b, float c, float d) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int choice = 0; choice < CHOICES; choice++) {
            int at = choice * NEEDS;
            float utility = weights[at] * (1 - a)
                    + weights[at + 1] * (1 - b)
                    + weights[at + 2] * (1 - c)
                    + weights[at + 3] * (1 - d);
            if (utility > most) {
                most = utility;
                best = choice;
            }
        }
        return best;
    }

    /// The need that a choice meets.
    static int metBy(int choice) {
        return choice % NEEDS;
    }

    static float met(float need) {
        return Math.min(1, need + GAIN);
    }

    static int east(int x, int choice) {
        return x + EAST[choice] & SIDE - 1;
    }

    static int north(int y, int choice) {
        return y + NORTH[choice] & SIDE - 1;
    }
}
