package city.adapter.web.social;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.input.Page;
import city.adapter.web.input.Part;
import city.adapter.web.problem.Refused;
import city.adapter.web.social.SocialView.Communities;
import city.adapter.web.social.SocialView.Community;
import city.adapter.web.social.SocialView.Network;
import city.adapter.web.social.SocialView.Node;
import city.adapter.web.social.SocialView.Pair;
import city.adapter.web.social.SocialView.Relationships;
import city.adapter.web.social.SocialView.Suggestion;
import city.adapter.web.social.SocialView.Suggestions;
import city.adapter.web.traffic.Moment;
import city.agents.AgentsReads;
import city.social.SocialReads;
import city.world.ResidentId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What residents are to each other, and the net that it makes.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "social")
final class TiesController {
    private static final int USUAL_DEPTH = 2;
    private static final int DEEPEST = 3;
    private static final int SUGGESTED = 10;

    private final SocialReads social;
    private final AgentsReads agents;
    private final SocialViews views;

    TiesController(SocialReads social, AgentsReads agents, SocialViews views) {
        this.social = social;
        this.agents = agents;
        this.views = views;
    }

    @Get("/agents/{id}/relationships")
    @Reads
    @AtTick
    @MayBeMissing
    @Operation(summary = "What a resident holds of others, the strongest first; at most 150")
    Relationships relationships(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var snapshot = Moment.of(request);
        var ties = social.relationships(snapshot, known(request, id));
        var part = Part.of(ties, Page.of(limit, cursor), it -> views.relationship(snapshot, it));
        return new Relationships(part.items(), part.next());
    }

    @Get("/agents/{id}/relationships/{other}")
    @ReadsOne
    @AtTick
    @Operation(summary = "What two residents are to each other, and whom both know")
    Pair pair(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @Parameter(description = "The other's id", example = Examples.OTHER_RESIDENT) @PathVariable UUID other) {
        var snapshot = Moment.of(request);
        var one = known(request, id);
        var two = known(request, other);
        return new Pair(
                id,
                social.findRelationship(snapshot, one, two)
                        .map(it -> views.relationship(snapshot, it))
                        .orElse(null),
                social.findRelationship(snapshot, two, one)
                        .map(it -> views.relationship(snapshot, it))
                        .orElse(null),
                views.people(snapshot, social.mutuals(snapshot, one, two)));
    }

    @Get("/agents/{id}/network")
    @ReadsOne
    @AtTick
    @Operation(
            summary = "Whom a resident knows, and whom those know",
            description = "At most 500 residents, the nearest and strongest first.")
    Network network(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @Parameter(
                            description = "How many ties away, 1 to 3, 2 by default",
                            example = "2",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "3"))
                    @QueryValue
                    @Nullable
                    Integer depth) {
        int far = depth == null ? USUAL_DEPTH : depth;
        if (far < 1 || far > DEEPEST) {
            throw Refused.parameter("depth", "must be 1 to %d: %d".formatted(DEEPEST, far));
        }
        var snapshot = Moment.of(request);
        var network = social.network(snapshot, known(request, id), far);
        return new Network(
                id,
                network.members().stream()
                        .map(it ->
                                new Node(it.resident().value(), views.nameOf(snapshot, it.resident()), it.distance()))
                        .toList(),
                network.ties().stream()
                        .map(it -> views.relationship(snapshot, it))
                        .toList());
    }

    @Get("/agents/{id}/suggestions")
    @ReadsOne
    @AtTick
    @Operation(summary = "Whom a resident does not know and many of its own do")
    Suggestions suggestions(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        var snapshot = Moment.of(request);
        var found = social.suggestions(snapshot, known(request, id), SUGGESTED).stream()
                .map(it -> new Suggestion(it.resident().value(), views.nameOf(snapshot, it.resident()), it.through()))
                .toList();
        return new Suggestions(id, found, null);
    }

    @Get("/social/communities")
    @Reads
    @AtTick
    @Operation(
            summary = "Groups of residents who are tied closer to each other than to the rest",
            description = "By greedy modularity over all ties; in a city of many thousands it takes its time.")
    Communities communities(
            HttpRequest<?> request,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var part = Part.of(
                social.communities(Moment.of(request)),
                Page.of(limit, cursor),
                it -> new Community(
                        it.number(),
                        it.members().size(),
                        it.members().stream().map(ResidentId::value).toList()));
        return new Communities(part.items(), part.next());
    }

    private ResidentId known(HttpRequest<?> request, UUID id) {
        var resident = new ResidentId(id);
        return agents.findResident(Moment.of(request), resident)
                .map(_ -> resident)
                .orElseThrow(() -> Refused.missing("resident", id));
    }
}
