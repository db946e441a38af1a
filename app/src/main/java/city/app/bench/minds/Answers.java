package city.app.bench.minds;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Tier;
import city.agents.spi.MindProbe;
import city.agents.spi.ModelReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What became of each question, with the time that was the model's own and the time that was not. Safe from any
/// thread.
final class Answers implements MindProbe {
    /// What the stub says that it took, in the reply.
    private static final Pattern OWN = Pattern.compile("\"thought\":\"([0-9.]+)\"");

    /// A question is thought about on one thread from beginning to end.
    private final ThreadLocal<Double> own = new ThreadLocal<>();

    private List<Answer> answers = new ArrayList<>();

    /// @param millis from when the resident woke to when it acted
    /// @param added  of these, what the model did not take; not a number where it did not answer
    record Answer(Outcome outcome, double millis, double added) {}

    @Override
    public void called(ModelReply reply) {
        if (reply instanceof ModelReply.Answer answer) {
            own.set(modelMillis(answer.text()));
        }
    }

    @Override
    public void decided(Tier tier, Outcome outcome, Duration took) {
        double millis = took.toNanos() / 1e6;
        Double model = own.get();
        own.remove();
        add(new Answer(outcome, millis, model == null ? Double.NaN : millis - model));
    }

    @Override
    public void reflected(Outcome outcome, Duration took) {}

    /// Those since the last time.
    synchronized List<Answer> take() {
        var taken = answers;
        answers = new ArrayList<>(taken.size());
        return taken;
    }

    static double modelMillis(String reply) {
        var found = OWN.matcher(reply);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    private synchronized void add(Answer answer) {
        answers.add(answer);
    }
}
