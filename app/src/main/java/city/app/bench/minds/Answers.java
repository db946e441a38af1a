package city.app.bench.minds;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Tier;
import city.agents.spi.MindProbe;
import city.agents.spi.ModelReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What became of each question, with the time that was the model's own and the time that was not. Safe from any
/// thread.
final class Answers implements MindProbe {
    /// What the stub says that it took and read, in the reply.
    private static final Pattern OWN = Pattern.compile("\"thought\":\"([0-9.]+) of ([0-9]+)\"");

    /// A question is thought about on one thread from beginning to end.
    private final ThreadLocal<Own> own = new ThreadLocal<>();

    private List<Answer> answers = new ArrayList<>();

    /// @param millis from when the resident woke to when it acted
    /// @param model  of these, what the model says of itself; empty where it did not answer
    record Answer(Outcome outcome, double millis, Optional<Own> model) {
        /// What the model did not take; not a number where it did not answer.
        double added() {
            return millis - model.map(Own::millis).orElse(Double.NaN);
        }
    }

    /// What the model itself says.
    ///
    /// @param millis that it took
    /// @param bytes  that it was asked with
    record Own(double millis, int bytes) {
        static Own of(String reply) {
            var found = OWN.matcher(reply);
            if (!found.find()) {
                throw new IllegalArgumentException("not an answer of the stub: " + reply);
            }
            return new Own(Double.parseDouble(found.group(1)), Integer.parseInt(found.group(2)));
        }
    }

    @Override
    public void called(ModelReply reply) {
        if (reply instanceof ModelReply.Answer answer) {
            own.set(Own.of(answer.text()));
        }
    }

    @Override
    public void decided(Tier tier, Outcome outcome, Duration took) {
        double millis = took.toNanos() / 1e6;
        var model = Optional.ofNullable(own.get());
        own.remove();
        add(new Answer(outcome, millis, model));
    }

    @Override
    public void reflected(Outcome outcome, Duration took) {}

    /// Those since the last time.
    synchronized List<Answer> take() {
        var taken = answers;
        answers = new ArrayList<>(taken.size());
        return taken;
    }

    private synchronized void add(Answer answer) {
        answers.add(answer);
    }
}
