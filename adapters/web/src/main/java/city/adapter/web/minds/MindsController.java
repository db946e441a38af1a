package city.adapter.web.minds;

import city.adapter.web.docs.Reads;
import city.agents.MindReads;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/// How the city's minds are doing, for those who pay for them.
@Controller("/api/v1/minds")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "operation")
final class MindsController {
    private final MindReads minds;

    MindsController(MindReads minds) {
        this.minds = minds;
    }

    @Get
    @Reads
    @Operation(
            summary = "What thinking and remembering cost today and by its end, and who decides how often",
            description = "What is counted begins at 0 when the process starts; what was spent today does not."
                    + " `/prometheus` has the same as meters.")
    MindsView.Minds minds() {
        return MindsView.of(minds.report());
    }
}
