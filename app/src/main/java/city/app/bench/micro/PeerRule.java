package city.app.bench.micro;

import java.util.SplittableRandom;

/// The trivial agent rule by which simulators are compared, in plain arrays: four needs run down, eight utilities are
/// weighed, the best of them is a step on a grid that meets one need. No money, no memory, no record, nobody else.
final class PeerRule {
    private static final int NEEDS = 4;
    private static final int CHOICES = 8;
    private static final int SIDE = 1024;
    private static final float DECAY = 0.01f;
    private static final float GAIN = 0.3f;
    private static final int[] EAST = {1, 1, 0, -1, -1, -1, 0, 1};
    private static final int[] NORTH = {0, 1, 1, 1, 0, -1, -1, -1};

    private final int agents;
    private final float[][] needs;
    private final int[] x;
    private final int[] y;
    private final float[] weights = new float[CHOICES * NEEDS];

    PeerRule(int agents) {
        this.agents = agents;
        needs = new float[NEEDS][agents];
        x = new int[agents];
        y = new int[agents];
        var chance = new SplittableRandom(1);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) chance.nextDouble();
        }
        for (int agent = 0; agent < agents; agent++) {
            x[agent] = chance.nextInt(SIDE);
            y[agent] = chance.nextInt(SIDE);
            for (var need : needs) {
                need[agent] = (float) chance.nextDouble();
            }
        }
    }

    /// Of every agent.
    void step() {
        for (int agent = 0; agent < agents; agent++) {
            step(agent);
        }
    }

    private void step(int agent) {
        float a = needs[0][agent] = Math.max(0, needs[0][agent] - DECAY);
        float b = needs[1][agent] = Math.max(0, needs[1][agent] - DECAY);
        float c = needs[2][agent] = Math.max(0, needs[2][agent] - DECAY);
        float d = needs[3][agent] = Math.max(0, needs[3][agent] - DECAY);
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
        x[agent] = x[agent] + EAST[best] & SIDE - 1;
        y[agent] = y[agent] + NORTH[best] & SIDE - 1;
        var met = needs[best % NEEDS];
        met[agent] = Math.min(1, met[agent] + GAIN);
    }
}
