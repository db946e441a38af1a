package city.agents.domain.night;

import city.world.kernel.WireName;
import java.util.List;

/// A model's answer as it stands there, each field of its type and none missing. What its words mean is not known yet.
@WireName("answer")
public record NightAnswer(List<Insight> insights, List<View> opinions, List<Step> plan) {
    public NightAnswer {
        insights = List.copyOf(insights);
        opinions = List.copyOf(opinions);
        plan = List.copyOf(plan);
    }

    /// @param because handles of memories
    public record Insight(String text, List<String> because) {
        public Insight {
            because = List.copyOf(because);
        }
    }

    /// @param about a handle, or the name of a good
    public record View(String about, int stance, String words) {}

    /// @param where a handle; empty for nowhere
    /// @param from  as `08:30`
    public record Step(String what, String where, String from, int minutes) {}
}
