package city.agents.domain.night;

import city.agents.Intent;
import city.agents.Opinion;
import city.agents.domain.prompt.NightHandles;
import java.util.List;

/// What the city can use of an answer. Each part stands or falls by itself, the plan as a whole.
///
/// @param faults what was left out, each naming its field and the rule
public record NightThoughts(List<Insight> insights, List<Opinion> opinions, List<Intent> plan, List<String> faults) {
    public static final int MOST_INSIGHTS = 3;
    public static final int MOST_OPINIONS = 3;
    public static final int MOST_CITED = 8;
    public static final int MAX_INSIGHT = 300;

    public NightThoughts {
        insights = List.copyOf(insights);
        opinions = List.copyOf(opinions);
        plan = List.copyOf(plan);
        faults = List.copyOf(faults);
    }

    /// @param because places of memories in the scene, ascending; at least one
    public record Insight(String text, List<Integer> because) {
        public Insight {
            because = List.copyOf(because);
            if (because.isEmpty()) {
                throw new IllegalArgumentException("because must name a memory");
            }
        }
    }

    public static NightThoughts of(NightAnswer answer, NightHandles handles) {
        return new Reader(answer, handles).read();
    }

    public boolean isEmpty() {
        return insights.isEmpty() && opinions.isEmpty() && plan.isEmpty();
    }
}
