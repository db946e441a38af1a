package city.adapter.web.social;

import city.adapter.web.agents.TalkInput;
import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.events.EventPage;
import city.adapter.web.events.LookBack;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.input.Page;
import city.adapter.web.input.Part;
import city.adapter.web.problem.Refused;
import city.adapter.web.social.SocialView.Interaction;
import city.adapter.web.social.SocialView.Interactions;
import city.adapter.web.social.SocialView.Talked;
import city.adapter.web.traffic.Moment;
import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.Act;
import city.social.InteractionId;
import city.social.SocialCommand.EndInteraction;
import city.social.SocialCommand.SocialResult;
import city.social.SocialReads;
import city.social.spi.InteractionHistory;
import city.world.ResidentId;
import city.world.kernel.access.Receipt;
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
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Conversations: those that go on, and all that ever were.
@Controller("/api/v1/interactions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "social", description = "Talk and ties")
final class InteractionsController {
    private static final String SAID = "social.message-said.v1";

    private final SocialReads social;
    private final InteractionHistory history;
    private final SocialViews views;
    private final Orders orders;
    private final LookBack past;
    private final JsonMapper mapper;

    InteractionsController(
            SocialReads social,
            InteractionHistory history,
            SocialViews views,
            Orders orders,
            LookBack past,
            JsonMapper mapper) {
        this.social = social;
        this.history = history;
        this.views = views;
        this.orders = orders;
        this.past = past;
        this.mapper = mapper;
    }

    @Post
    @Changes
    @Operation(
            summary = "Lets a resident ask others to talk, or to join the talk that it is in",
            description =
                    "They must be at the same place, and answer by themselves in the next tick. An invitation that"
                            + " nobody accepts leaves nothing behind.")
    @ApiResponse(
            responseCode = "201",
            description = "They are asked; Location says where to read what becomes of it",
            content = @Content(schema = @Schema(implementation = Talked.class)))
    @MayBeMissing
    @Refuses
    HttpResponse<Talked> begin(
            HttpRequest<?> request,
            @RequestBody(
                            description = "Who asks whom",
                            content = @Content(schema = @Schema(implementation = SocialInput.NewInteraction.class)))
                    @Body
                    @Nullable
                    String body) {
        var fields = JsonBody.read(mapper, body);
        var agent = fields.require("agent_id").uuid("agent_id");
        var invite = TalkInput.invite(fields);
        fields.finish();
        var talked = act(request, agent.orElseThrow(), invite.orElseThrow(), "invited");
        return HttpResponse.created(talked, URI.create("/api/v1/interactions/" + talked.id()));
    }

    @Get
    @Reads
    @Operation(summary = "All conversations that ever began, newest first")
    Interactions list(
            HttpRequest<?> request,
            @Parameter(description = "Only those in which this resident took part", example = Examples.RESIDENT)
                    @QueryValue("agent_id")
                    @Nullable
                    UUID agentId,
            @Parameter(
                            description = "open: only those that go on, with invitations that wait",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"open", "all"}))
                    @QueryValue
                    @Nullable
                    String state,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var page = Page.of(limit, cursor);
        var member = Optional.ofNullable(agentId).map(ResidentId::new);
        return switch (state) {
            case "open" -> open(request, member, page);
            case "all" -> past(request, member, page);
            case null -> past(request, member, page);
            default -> throw Refused.parameter("state", "must be open or all");
        };
    }

    @Get("/{id}")
    @ReadsOne
    @Operation(summary = "A conversation, or an invitation that waits")
    Interaction find(
            HttpRequest<?> request,
            @Parameter(description = "The conversation's id", example = Examples.INTERACTION) @PathVariable UUID id) {
        return get(request, id);
    }

    @Get("/{id}/messages")
    @Reads
    @MayBeMissing
    @Operation(summary = "What was said, newest first, as far back as the log's newest 65,536 events")
    EventPage messages(
            HttpRequest<?> request,
            @Parameter(description = "The conversation's id", example = Examples.INTERACTION) @PathVariable UUID id,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var page = Page.of(limit, cursor);
        get(request, id);
        return past.newestOf(id, SAID, page);
    }

    @Post("/{id}/messages")
    @Changes
    @Operation(summary = "Lets a resident say something when it is its turn")
    @MayBeMissing
    @Refuses
    Talked say(
            HttpRequest<?> request,
            @Parameter(description = "The conversation's id", example = Examples.INTERACTION) @PathVariable UUID id,
            @RequestBody(
                            description = "Who says what",
                            content = @Content(schema = @Schema(implementation = SocialInput.NewMessage.class)))
                    @Body
                    @Nullable
                    String body) {
        var fields = JsonBody.read(mapper, body);
        var agent = fields.require("agent_id").uuid("agent_id");
        var say = TalkInput.say(fields, new InteractionId(id));
        fields.finish();
        return actIn(request, id, agent.orElseThrow(), say.orElseThrow(), "said");
    }

    @Post("/{id}/end")
    @Changes
    @Operation(
            summary = "Lets a resident leave a conversation, or ends it for all",
            description = "With an agent_id that one leaves, with a last word if it likes; a talk of two is over then.")
    @MayBeMissing
    @Refuses
    Talked end(
            HttpRequest<?> request,
            @Parameter(description = "The conversation's id", example = Examples.INTERACTION) @PathVariable UUID id,
            @RequestBody(
                            description = "Who leaves; nothing to end it for all",
                            content = @Content(schema = @Schema(implementation = SocialInput.Leaving.class)))
                    @Body
                    @Nullable
                    String body) {
        var interaction = new InteractionId(id);
        var fields = JsonBody.readOptional(mapper, body);
        var agent = fields.uuid("agent_id");
        if (agent.isPresent()) {
            var leave = TalkInput.leave(fields, interaction);
            fields.finish();
            return actIn(request, id, agent.get(), leave, "ended");
        }
        fields.finish();
        Receipt<SocialResult> receipt = orders.receipt(request, new EndInteraction(interaction));
        return switch (receipt.answer()) {
            case SocialResult.Done _ -> new Talked(id, null, "ended", receipt.tick());
            case SocialResult.NoOpenInteraction _ -> throw Refused.missing("open interaction", id);
            case SocialResult.NoSuchResident(var resident) -> throw Refused.missing("resident", resident.value());
        };
    }

    /// Open or past.
    private Interaction get(HttpRequest<?> request, UUID id) {
        var snapshot = Moment.of(request);
        var wanted = new InteractionId(id);
        return social.findInteraction(snapshot, wanted)
                .map(it -> views.interaction(snapshot, it))
                .or(() -> history.find(wanted).map(it -> views.interaction(snapshot, it)))
                .orElseThrow(() -> Refused.missing("interaction", id));
    }

    private Talked act(HttpRequest<?> request, UUID agent, Action action, String what) {
        return talked(orders.receipt(request, new Act(new ResidentId(agent), action)), agent, what);
    }

    /// Asks the city before it looks whether there is such a talk: who asks again under the same key is answered as
    /// the first time, although the talk may be over or forgotten by then.
    private Talked actIn(HttpRequest<?> request, UUID id, UUID agent, Action action, String what) {
        var receipt = orders.receipt(request, new Act(new ResidentId(agent), action));
        if (receipt.answer() instanceof ActionResult.Refused) {
            get(request, id);
        }
        return talked(receipt, agent, what);
    }

    private static Talked talked(Receipt<ActionResult> receipt, UUID agent, String what) {
        return switch (receipt.answer()) {
            case ActionResult.Talked(var interaction) -> new Talked(interaction.value(), agent, what, receipt.tick());
            case ActionResult.Refused(var refusal, var detail) ->
                throw Refused.action(refusal.name().toLowerCase(Locale.ROOT), detail);
            case ActionResult.NoSuchResident _ -> throw Refused.missing("resident", agent);
            case ActionResult.Done _ -> throw new IllegalStateException("a talk must be named");
        };
    }

    private Interactions open(HttpRequest<?> request, Optional<ResidentId> member, Page page) {
        var snapshot = Moment.of(request);
        var found = social.interactions(snapshot).stream()
                .filter(it -> member.isEmpty()
                        || it.members().contains(member.get())
                        || it.invited().contains(member.get()))
                .toList();
        var part = Part.of(found, page, it -> views.interaction(snapshot, it));
        return new Interactions(part.items(), part.next());
    }

    private Interactions past(HttpRequest<?> request, Optional<ResidentId> member, Page page) {
        var snapshot = Moment.of(request);
        var found = history.list(member, page.from(Long.MAX_VALUE), page.limit() + 1);
        boolean more = found.size() > page.limit();
        var shown = more ? found.subList(0, page.limit()) : found;
        var next = more ? String.valueOf(shown.getLast().sequence()) : null;
        return new Interactions(
                shown.stream().map(it -> views.interaction(snapshot, it)).toList(), next);
    }
}
