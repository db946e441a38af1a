package city.app.bench.peers;

import java.util.SplittableRandom;

/// Agents of the trivial rule in plain arrays: what a machine gives to somebody who does nothing else.
public final class PlainAgents {
    private final TrivialRule rule;
    private final float[][] needs;
    private final int[] x;
    private final int[] y;

    public PlainAgents(int agents) {
        var chance = new SplittableRandom(1);
        rule = new TrivialRule(chance);
        needs = new float[TrivialRule.NEEDS][agents];
        x = new int[agents];
        y = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            x[agent] = chance.nextInt(TrivialRule.SIDE);
            y[agent] = chance.nextInt(TrivialRule.SIDE);
            for (var need : needs) {
                need[agent] = (float) chance.nextDouble();
            }
        }
    }

    /// Of every agent.
    public void step() {
        for (int agent = 0; agent < x.length; agent++) {
            step(agent);
        }
    }

    int x(int agent) {
        return x[agent];
    }

    int y(int agent) {
        return y[agent];
    }

    private void step(int agent) {
        float a = needs[0][agent] = TrivialRule.runDown(needs[0][agent]);
        float b = needs[1][agent] = TrivialRule.runDown(needs[1][agent]);
        float c = needs[2][agent] = TrivialRule.runDown(needs[2][agent]);
        float d = needs[3][agent] = TrivialRule.runDown(needs[3][agent]);
        int choice = rule.choose(a, b, c, d);
        x[agent] = TrivialRule.east(x[agent], choice);
        y[agent] = TrivialRule.north(y[agent], choice);
        var met = needs[TrivialRule.metBy(choice)];
        met[agent] = TrivialRule.met(met[agent]);
    }
}
