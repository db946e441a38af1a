package city.adapter.web.economy;

import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.economy.EconomyView.Transaction;
import city.adapter.web.economy.EconomyView.Transactions;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.input.Page;
import city.adapter.web.problem.Problem;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.economy.AccountId;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.Transfer;
import city.economy.TransferId;
import city.economy.TransferResult;
import city.economy.spi.TransferHistory;
import city.world.kernel.access.Kernel;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/economy/transactions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "economy", description = "Money and work")
final class TransactionsController {
    private final Kernel kernel;
    private final TransferHistory history;
    private final Orders orders;
    private final JsonMapper mapper;

    TransactionsController(Kernel kernel, TransferHistory history, Orders orders, JsonMapper mapper) {
        this.kernel = kernel;
        this.history = history;
        this.orders = orders;
        this.mapper = mapper;
    }

    @Post
    @Changes
    @Operation(summary = "Transfers money from one account to another, whole or not at all")
    @ApiResponse(
            responseCode = "201",
            description = "It is made and kept",
            content = @Content(schema = @Schema(implementation = Transaction.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such account; `field` says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The sender has too little money, as `missing` says, or an account takes part in no transfer",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<Transaction> transfer(
            HttpRequest<?> request,
            @RequestBody(
                            description = "Who pays whom how much",
                            content = @Content(schema = @Schema(implementation = NewTransaction.class)))
                    @Body
                    @Nullable
                    String body) {
        var transfer = read(JsonBody.read(mapper, body));
        var receipt = orders.receipt(request, new OrderTransfer(transfer));
        return switch (receipt.answer()) {
            case TransferResult.Done(var id) -> {
                var time = kernel.genesis().clock().at(receipt.tick());
                yield HttpResponse.created(
                        EconomyViews.transaction(id, transfer, receipt.tick(), time),
                        URI.create("/api/v1/economy/transactions/" + id.value()));
            }
            case TransferResult.InsufficientFunds(var missing) -> throw Refused.insufficientFunds(missing.toString());
            case TransferResult.NoSuchAccount(var account) ->
                throw Refused.field(
                        ProblemType.NOT_FOUND, fieldOf(transfer, account), "is no account's id: " + account.value());
            case TransferResult.NotTransferable(var account, var reason) ->
                throw Refused.field(
                        ProblemType.NOT_TRANSFERABLE,
                        fieldOf(transfer, account),
                        "takes part in no transfer: " + reason);
        };
    }

    @Get
    @Reads
    @Operation(summary = "All transactions that were ever made, newest first")
    Transactions list(
            @Parameter(description = "Only those from or to this account", example = Examples.RESIDENT)
                    @QueryValue
                    @Nullable
                    UUID account,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var page = Page.of(limit, cursor);
        var found = history.list(
                Optional.ofNullable(account).map(AccountId::new), page.from(Long.MAX_VALUE), page.limit() + 1);
        boolean more = found.size() > page.limit();
        var shown = more ? found.subList(0, page.limit()) : found;
        var next = more ? String.valueOf(shown.getLast().sequence()) : null;
        return new Transactions(shown.stream().map(EconomyViews::transaction).toList(), next);
    }

    @Get("/{id}")
    @ReadsOne
    @Operation(summary = "A transaction")
    Transaction find(
            @Parameter(description = "The transaction's id", example = Examples.TRANSFER) @PathVariable UUID id) {
        return history.find(new TransferId(id))
                .map(EconomyViews::transaction)
                .orElseThrow(() -> Refused.missing("transaction", id));
    }

    private static Transfer read(JsonBody body) {
        body.require("sender_id", "receiver_id", "amount");
        var from = body.uuid("sender_id").map(AccountId::new);
        var to = body.uuid("receiver_id").map(AccountId::new);
        var amount = body.money("amount");
        var memo = body.text("memo", 0, Transfer.MAX_MEMO_LENGTH).orElse("");
        if (amount.filter(it -> !it.isPositive()).isPresent()) {
            body.wrong("amount", "must be above zero: " + amount.get());
        }
        if (from.isPresent() && from.equals(to)) {
            body.wrong("receiver_id", "must be another account than sender_id");
        }
        body.finish();
        return new Transfer(from.orElseThrow(), to.orElseThrow(), amount.orElseThrow(), Transfer.Kind.TRANSFER, memo);
    }

    private static String fieldOf(Transfer transfer, AccountId account) {
        return account.equals(transfer.from()) ? "sender_id" : "receiver_id";
    }

    @Schema(name = "NewTransaction", description = "Money that is to go from one account to another")
    record NewTransaction(
            @Schema(
                    description = "The account that pays",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = Examples.RESIDENT)
            UUID senderId,

            @Schema(
                    description = "The account that gets it",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = Examples.OTHER_RESIDENT)
            UUID receiverId,

            @Schema(
                    description = "A decimal above zero with at most two places, as a string",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    pattern = "^\\d{1,15}(\\.\\d{1,2})?$",
                    example = "12.50")
            String amount,

            @Schema(
                    description = "Why, for people",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    maxLength = Transfer.MAX_MEMO_LENGTH,
                    example = "for the flowers")
            String memo) {}
}
