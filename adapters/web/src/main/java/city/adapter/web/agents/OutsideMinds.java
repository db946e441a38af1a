package city.adapter.web.agents;

import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.agents.ActionResult;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsReads;
import city.agents.AgentsReads.MindState;
import city.agents.AnswerWitness;
import city.agents.MindKind;
import city.agents.Occasion;
import city.agents.spi.OutsideLimits;
import city.world.ResidentId;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.state.Snapshot;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What programs that speak for residents are asked, and what becomes of their answers, by whichever wire they come. It
/// does not ask who they are. Answers wait for their commit, so for virtual threads only.
@Singleton
public final class OutsideMinds {
    private final Kernel kernel;
    private final AgentsReads agents;
    private final Orders orders;
    private final AnswerWitness witness;
    private final OutsideLimits limits;
    private final JsonMapper mapper;

    OutsideMinds(
            Kernel kernel,
            AgentsReads agents,
            Orders orders,
            AnswerWitness witness,
            OutsideLimits limits,
            JsonMapper mapper) {
        this.kernel = kernel;
        this.agents = agents;
        this.orders = orders;
        this.witness = witness;
        this.limits = limits;
        this.mapper = mapper;
    }

    /// What the resident waits for; empty when it is nothing, or its mind is not external.
    ///
    /// @throws Refused when there is no such resident
    public Optional<QuestionView> question(Snapshot snapshot, UUID id) {
        var mind = mind(snapshot, id);
        return mind.settings().kind() == MindKind.EXTERNAL
                ? mind.open().flatMap(why -> view(snapshot, id, mind, why))
                : Optional.empty();
    }

    /// The same of now, as JSON; empty also when there is no such resident.
    public Optional<String> questionText(UUID id) {
        var snapshot = kernel.snapshot();
        return agents.mind(snapshot, new ResidentId(id)).isEmpty()
                ? Optional.empty()
                : question(snapshot, id).map(this::write);
    }

    /// Like {@link #outcome}, from JSON to JSON.
    public String outcomeText(UUID id, String answer) {
        JsonBody body;
        try {
            body = JsonBody.read(mapper, answer);
        } catch (Refused unreadable) {
            return write(OutcomeView.refused(id, null, unreadable.problem()));
        }
        return write(outcome(id, body));
    }

    /// Has an answer carried out, and says what came of it: refusals, too.
    ///
    /// @param answer read so far as it is told apart from other messages
    public OutcomeView outcome(UUID id, JsonBody answer) {
        var question = answer.require("question").whole("question");
        @Nullable Long number = question.isPresent() ? question.getAsLong() : null;
        try {
            var done = carryOut(id, question, answer, it -> orders.receipt(Submission.byOperator(it)));
            return OutcomeView.done(id, number, done);
        } catch (Refused refused) {
            return OutcomeView.refused(id, number, refused.problem());
        }
    }

    /// @throws Refused when it cannot be read, or the rules do not allow it
    AgentView.Done answer(UUID id, JsonBody answer, Function<MindReplied, Receipt<ActionResult>> submit) {
        return carryOut(id, answer.require("question").whole("question"), answer, submit);
    }

    private AgentView.Done carryOut(
            UUID id, OptionalLong question, JsonBody answer, Function<MindReplied, Receipt<ActionResult>> submit) {
        var action = answer.require("action").object("action").flatMap(ActionInput::readPart);
        answer.finish();
        requireExternal(kernel.snapshot(), id);
        var command = new MindReplied(new ResidentId(id), question.orElseThrow(), action.orElseThrow());
        var receipt = submit.apply(command);
        witness.answered(command.resident(), command.question(), command.action(), receipt.answer());
        return LifeController.done(id, command.action(), receipt);
    }

    private Optional<QuestionView> view(Snapshot snapshot, UUID id, MindState mind, Occasion why) {
        var resident = new ResidentId(id);
        var plan =
                agents.plan(snapshot, resident).stream().map(AgentViews::step).toList();
        return agents.observe(snapshot, resident)
                .map(it -> new QuestionView(
                        id,
                        mind.questions(),
                        why.words(),
                        snapshot.tick(),
                        mind.settings().patience(),
                        limits.deadline().map(Duration::toMillis).orElse(null),
                        ObservationView.of(id, it),
                        plan));
    }

    private String write(Object view) {
        try {
            return mapper.writeValueAsString(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MindState mind(Snapshot snapshot, UUID id) {
        return agents.mind(snapshot, new ResidentId(id)).orElseThrow(() -> Refused.missing("resident", id));
    }

    private void requireExternal(Snapshot snapshot, UUID id) {
        if (mind(snapshot, id).settings().kind() != MindKind.EXTERNAL) {
            throw Refused.because(
                    ProblemType.NOT_EXTERNAL,
                    "the mind of %s is not external; PUT /agents/%s/mind says whose it is".formatted(id, id));
        }
    }
}
