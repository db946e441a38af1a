package city.adapter.web.social;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.input.Page;
import city.adapter.web.input.Part;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.adapter.web.social.PartyView.Guest;
import city.adapter.web.social.PartyView.Guests;
import city.adapter.web.social.PartyView.NewParty;
import city.adapter.web.social.PartyView.Parties;
import city.adapter.web.social.PartyView.Party;
import city.adapter.web.social.PartyView.Planned;
import city.adapter.web.traffic.Moment;
import city.agents.AgentsCommand.PartyResult;
import city.agents.AgentsCommand.PlanParty;
import city.agents.PartyId;
import city.agents.PartyReads;
import city.agents.PartyReads.GuestState;
import city.agents.PartyReads.PartyState;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Parties that residents give, how the word of them goes round, and who comes.
@Controller("/api/v1/parties")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "social")
final class PartiesController {
    private static final int SHARE_DIGITS = 4;

    /// From the command's fields to those of a body.
    private static final Map<String, String> FIELDS = Map.of("host", "host_id", "location", "location_id");

    private final PartyReads parties;
    private final SocialViews views;
    private final Orders orders;
    private final JsonMapper mapper;

    PartiesController(PartyReads parties, SocialViews views, Orders orders, JsonMapper mapper) {
        this.parties = parties;
        this.views = views;
        this.orders = orders;
        this.mapper = mapper;
    }

    @Post
    @Changes
    @MayBeMissing
    @Operation(
            summary = "Lets a resident plan a party",
            description =
                    "It tells whom it talks to, and those tell others. Each decides by its nature and by what it holds of"
                            + " the host whether it means to come, and comes if its day leaves room.")
    @ApiResponse(
            responseCode = "201",
            description = "It is planned; Location says where to read what becomes of it",
            content = @Content(schema = @Schema(implementation = Planned.class)))
    HttpResponse<Planned> plan(
            HttpRequest<?> request,
            @RequestBody(
                            description = "Who gives it, where and when",
                            content = @Content(schema = @Schema(implementation = NewParty.class)))
                    @Body
                    @Nullable
                    String body) {
        return switch (orders.submit(request, read(JsonBody.read(mapper, body)))) {
            case PartyResult.Planned(var party) ->
                HttpResponse.created(new Planned(party.value()), URI.create("/api/v1/parties/" + party.value()));
            case PartyResult.Refused(var field, var reason) ->
                throw Refused.field(ProblemType.INVALID_BODY, FIELDS.getOrDefault(field, field), reason);
            case PartyResult.NoSuchResident(var resident) -> throw Refused.missing("resident", resident.value());
            case PartyResult.HasDeparted(var resident) ->
                throw Refused.because(
                        ProblemType.HAS_DEPARTED, "the resident %s has left the city".formatted(resident.value()));
        };
    }

    @Get
    @Reads
    @AtTick
    @Operation(summary = "Parties ahead and the last ones that are over, the one that begins last first; at most 32")
    Parties list(
            HttpRequest<?> request,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var snapshot = Moment.of(request);
        var part = Part.of(parties.parties(snapshot), Page.of(limit, cursor), it -> party(snapshot, it));
        return new Parties(part.items(), part.next());
    }

    @Get("/{id}")
    @ReadsOne
    @AtTick
    @Operation(summary = "A party: how many know of it, mean to come, and came")
    Party one(
            HttpRequest<?> request,
            @Parameter(description = "The party's id", example = Examples.PARTY) @PathVariable UUID id) {
        return party(Moment.of(request), known(request, id));
    }

    @Get("/{id}/guests")
    @Reads
    @AtTick
    @MayBeMissing
    @Operation(summary = "Who knows of a party and by whom, in the order of hearing")
    Guests guests(
            HttpRequest<?> request,
            @Parameter(description = "The party's id", example = Examples.PARTY) @PathVariable UUID id,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var snapshot = Moment.of(request);
        var guests = parties.guests(snapshot, known(request, id).id());
        var part = Part.of(guests, Page.of(limit, cursor), it -> guest(snapshot, it));
        return new Guests(part.items(), part.next());
    }

    private PartyState known(HttpRequest<?> request, UUID id) {
        return parties.findParty(Moment.of(request), new PartyId(id)).orElseThrow(() -> Refused.missing("party", id));
    }

    private Party party(Snapshot snapshot, PartyState it) {
        var turnout = it.turnout();
        return new Party(
                it.id().value(),
                it.name(),
                views.somebody(snapshot, it.host()),
                it.location().value(),
                it.begins(),
                it.ends(),
                turnout.residents(),
                turnout.told(),
                share(turnout.told(), turnout.residents()),
                turnout.willing(),
                turnout.came(),
                share(turnout.came(), turnout.told()));
    }

    private Guest guest(Snapshot snapshot, GuestState it) {
        return new Guest(
                views.somebody(snapshot, it.resident()),
                views.people(snapshot, it.path()),
                it.toldAt(),
                it.willing(),
                it.cameAt().orElse(null));
    }

    private static BigDecimal share(int some, int all) {
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), SHARE_DIGITS, RoundingMode.HALF_UP);
    }

    private static PlanParty read(JsonBody body) {
        body.require("host_id", "name", "location_id", "begins", "minutes");
        var host = body.uuid("host_id");
        var name = body.text("name", 1, PlanParty.LONGEST_NAME);
        var location = body.uuid("location_id");
        var begins = body.instant("begins");
        var minutes = body.number("minutes", PlanParty.FEWEST_MINUTES, PlanParty.MOST_MINUTES);
        body.finish();
        return new PlanParty(
                new ResidentId(host.orElseThrow()),
                name.orElseThrow(),
                new LocationId(location.orElseThrow()),
                begins.orElseThrow(),
                minutes.orElseThrow());
    }
}
