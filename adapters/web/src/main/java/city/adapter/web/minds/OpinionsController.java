package city.adapter.web.minds;

import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.AgentsReads;
import city.agents.AgentsReads.HeldOpinion;
import city.agents.Opinion.Subject;
import city.world.ResidentId;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import city.world.kernel.state.Snapshot;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/// What a resident thinks of others.
@Controller("/api/v1/agents/{id}/opinions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "agents")
final class OpinionsController {
    private final Kernel kernel;
    private final AgentsReads agents;
    private final WorldReads world;

    OpinionsController(Kernel kernel, AgentsReads agents, WorldReads world) {
        this.kernel = kernel;
        this.agents = agents;
        this.world = world;
    }

    @Get
    @Reads
    @MayBeMissing
    @Operation(
            summary = "What a resident thinks of others, of places and of goods, the latest first",
            description = "Formed at night by residents who think with a model; at most fifty, one of each subject.")
    OpinionView.Opinions opinions(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        var snapshot = Moment.of(request);
        var resident = new ResidentId(id);
        if (agents.findResident(snapshot, resident).isEmpty()) {
            throw Refused.missing("resident", id);
        }
        var items = agents.nights(snapshot, resident).opinions().stream()
                .map(it -> item(snapshot, it))
                .toList();
        return new OpinionView.Opinions(items, null);
    }

    private OpinionView.Item item(Snapshot snapshot, HeldOpinion held) {
        var opinion = held.opinion();
        var time = kernel.genesis().clock().at(held.tick());
        return new OpinionView.Item(
                subject(snapshot, opinion.subject()), opinion.stance(), opinion.words(), held.tick(), time);
    }

    private OpinionView.Subject subject(Snapshot snapshot, Subject subject) {
        return switch (subject) {
            case Subject.Person(var id) -> {
                var name =
                        agents.findResident(snapshot, id).map(it -> it.persona().name());
                yield new OpinionView.Subject("person", id.value(), name.orElse(""));
            }
            case Subject.Place(var id) -> {
                var name =
                        world.findLocation(snapshot, id).map(it -> it.location().name());
                yield new OpinionView.Subject("place", id.value(), name.orElse(""));
            }
            case Subject.Good(var name) -> new OpinionView.Subject("good", null, name);
        };
    }
}
