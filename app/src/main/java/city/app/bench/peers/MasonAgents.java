package city.app.bench.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sim.engine.SimState;
import sim.engine.Steppable;

/// The same agents of the trivial rule as {@link PlainAgents} has, as MASON's users write them: objects that its
/// schedule steps, in an order that it shuffles for each step.
public final class MasonAgents extends SimState {
    private static final long serialVersionUID = 1L;

    private final transient List<Agent> agents = new ArrayList<>();

    public MasonAgents(int count) {
        super(1);
        start();
        var chance = new SplittableRandom(1);
        var rule = new TrivialRule(chance);
        for (int i = 0; i < count; i++) {
            var agent = new Agent(rule, chance);
            agents.add(agent);
            schedule.scheduleRepeating(agent);
        }
    }

    /// Of every agent.
    public void step() {
        schedule.step(this);
    }

    int x(int agent) {
        return agents.get(agent).x;
    }

    int y(int agent) {
        return agents.get(agent).y;
    }

    private static final class Agent implements Steppable {
        private static final long serialVersionUID = 1L;

        private final transient TrivialRule rule;
        private final float[] needs = new float[TrivialRule.NEEDS];
        private int x;
        private int y;

        Agent(TrivialRule rule, SplittableRandom chance) {
            this.rule = rule;
            x = chance.nextInt(TrivialRule.SIDE);
            y = chance.nextInt(TrivialRule.SIDE);
            for (int i = 0; i < needs.length; i++) {
                needs[i] = (float) chance.nextDouble();
            }
        }

        @Override
        public void step(SimState city) {
            for (int i = 0; i < needs.length; i++) {
                needs[i] = TrivialRule.runDown(needs[i]);
            }
            int choice = rule.choose(needs[0], needs[1], needs[2], needs[3]);
            x = TrivialRule.east(x, choice);
            y = TrivialRule.north(y, choice);
            int met = TrivialRule.metBy(choice);
            needs[met] = TrivialRule.met(needs[met]);
        }
    }
}
