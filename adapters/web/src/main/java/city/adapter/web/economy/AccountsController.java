package city.adapter.web.economy;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.economy.EconomyView.Account;
import city.adapter.web.economy.EconomyView.Accounts;
import city.adapter.web.economy.EconomyView.Balance;
import city.adapter.web.input.Page;
import city.adapter.web.input.Part;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.economy.AccountId;
import city.economy.EconomyReads;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/economy")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "economy")
final class AccountsController {
    private final EconomyReads economy;

    AccountsController(EconomyReads economy) {
        this.economy = economy;
    }

    @Get("/accounts")
    @Reads
    @AtTick
    @Operation(summary = "The accounts: mint, treasury, firms, residents")
    Accounts list(
            HttpRequest<?> request,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var part = Part.of(economy.accounts(Moment.of(request)), Page.of(limit, cursor), EconomyViews::account);
        return new Accounts(part.items(), part.next());
    }

    @Get("/accounts/{id}")
    @ReadsOne
    @AtTick
    @Operation(summary = "An account")
    Account find(
            HttpRequest<?> request,
            @Parameter(description = "The account's id: its owner's", example = Examples.RESIDENT) @PathVariable
                    UUID id) {
        return economy.findAccount(Moment.of(request), new AccountId(id))
                .map(EconomyViews::account)
                .orElseThrow(() -> Refused.missing("account", id));
    }

    @Get("/balances/{agent_id}")
    @ReadsOne
    @AtTick
    @Operation(summary = "A resident's money")
    Balance balance(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable("agent_id")
                    UUID agentId) {
        return economy.findPurse(Moment.of(request), new ResidentId(agentId))
                .map(it -> EconomyViews.balance(agentId, it))
                .orElseThrow(() -> Refused.missing("resident", agentId));
    }
}
