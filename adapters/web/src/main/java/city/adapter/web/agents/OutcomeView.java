package city.adapter.web.agents;

import city.adapter.web.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of an answer, where no status of HTTP can say it.
///
/// @param id       of the resident
/// @param question that was answered; null when the answer named none
/// @param status   as HTTP would say it
/// @param done     what the resident does now, with status 200
/// @param problem  why it does not, with any other
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeView(
        UUID id,
        @Nullable Long question,
        int status,
        AgentView.@Nullable Done done,
        @Nullable Problem problem) {
    static OutcomeView done(UUID id, @Nullable Long question, AgentView.Done done) {
        return new OutcomeView(id, question, 200, done, null);
    }

    static OutcomeView refused(UUID id, @Nullable Long question, Problem problem) {
        return new OutcomeView(id, question, problem.status(), null, problem);
    }
}
