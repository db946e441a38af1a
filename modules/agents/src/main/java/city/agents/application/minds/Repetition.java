package city.agents.application.minds;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.spi.EarlierReplies.EarlierReply;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in a fork what was said in its first city by whoever sees the same as there, when it was said there, without a
/// model, a budget or a deadline. Safe from any thread.
final class Repetition {
    private static final Logger LOG = LoggerFactory.getLogger(Repetition.class);

    private static final Conclusion STOPPING = Conclusion.none(Outcome.DECLINED, "the city is stopping");

    private final Scenes scenes;
    private final int promptTokens;

    Repetition(Scenes scenes, int promptTokens) {
        this.scenes = scenes;
        this.promptTokens = promptTokens;
    }

    /// Waits until it is to be handed in.
    ///
    /// @return empty for whoever has to think for itself
    Optional<Conclusion> of(Question question) {
        var appointment = question.appointment();
        try {
            var again = appointment.earlier().flatMap(it -> sayAgain(question, it));
            if (again.isPresent()) {
                appointment.await();
            } else {
                appointment.cancel();
            }
            return again;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of(STOPPING);
        } catch (CancellationException stopping) {
            return Optional.of(STOPPING);
        } catch (RuntimeException failure) {
            LOG.warn("what was said in the first city could not be compared, and is asked again", failure);
            appointment.cancel();
            return Optional.empty();
        }
    }

    private Optional<Conclusion> sayAgain(Question question, EarlierReply earlier) {
        if (!earlier.needsSight()) {
            return Optional.of(Conclusion.of(earlier, Optional.empty()));
        }
        var asked = question.asked();
        return scenes.view(question.seen(), asked.resident(), asked.occasion())
                .filter(it -> earlier.isOf(scenes.glance(it, promptTokens).observationHash()))
                .map(it -> Conclusion.of(earlier, it.circumstances()));
    }
}
