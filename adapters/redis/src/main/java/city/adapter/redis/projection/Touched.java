package city.adapter.redis.projection;

import city.agents.AgentsEvent;
import city.economy.AccountId;
import city.economy.EconomyEvent;
import city.social.InteractionId;
import city.social.SocialEvent;
import city.world.ResidentId;
import city.world.WorldEvent;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.Codec;
import java.util.LinkedHashSet;
import java.util.Set;

/// Whose projection some events make old. The log says whom to look at, the newest snapshot what there is to see: so
/// a resident with many events is written once, and never as it was before. No larger than the city.
final class Touched {
    private final Codec codec;
    private final Set<ResidentId> residents = new LinkedHashSet<>();
    private final Set<InteractionId> interactions = new LinkedHashSet<>();

    Touched(Codec codec) {
        this.codec = codec;
    }

    /// Ids of accounts that are no residents' may be among them.
    Set<ResidentId> residents() {
        return residents;
    }

    Set<InteractionId> interactions() {
        return interactions;
    }

    /// What this release cannot read is of a kind that it does not project.
    void by(LoggedEvent event) {
        Object fact;
        try {
            fact = codec.read(event.type(), event.data());
        } catch (Codec.Unreadable ofAnotherRelease) {
            return;
        }
        switch (fact) {
            case AgentsEvent it -> agents(it);
            case EconomyEvent it -> economy(it);
            case SocialEvent it -> social(it);
            case WorldEvent it -> world(it);
            default -> {}
        }
    }

    private void agents(AgentsEvent event) {
        switch (event) {
            case AgentsEvent.Spawned it -> residents.add(it.resident());
            case AgentsEvent.Departed it -> residents.add(it.resident());
            case AgentsEvent.GoalReached it -> residents.add(it.resident());
            case AgentsEvent.FellIll it -> residents.add(it.resident());
            case AgentsEvent.Recovered it -> residents.add(it.resident());
            case AgentsEvent.StatusChanged it -> residents.add(it.resident());
            case AgentsEvent.Acted it -> residents.add(it.resident());
            case AgentsEvent.PartyPlanned _,
                    AgentsEvent.PartyTold _,
                    AgentsEvent.PartyJoined _,
                    AgentsEvent.MindAsked _,
                    AgentsEvent.MindSettled _ -> {}
            case AgentsEvent.DistrictActions it -> it.deeds().forEach(deed -> residents.add(deed.resident()));
        }
    }

    private void economy(EconomyEvent event) {
        switch (event) {
            case EconomyEvent.MoneyTransferred it -> {
                account(it.from());
                account(it.to());
            }
            case EconomyEvent.Hired _, EconomyEvent.LeftJob _, EconomyEvent.WageOwed _, EconomyEvent.ArrearsPaid _ -> {}
        }
    }

    private void social(SocialEvent event) {
        switch (event) {
            case SocialEvent.Invited _, SocialEvent.Declined _, SocialEvent.RelationshipChanged _ -> {}
            case SocialEvent.InteractionStarted it -> interactions.add(it.interaction());
            case SocialEvent.Joined it -> interactions.add(it.interaction());
            case SocialEvent.Left it -> interactions.add(it.interaction());
            case SocialEvent.MessageSaid it -> interactions.add(it.interaction());
            case SocialEvent.InteractionEnded it -> interactions.add(it.interaction());
        }
    }

    private void world(WorldEvent event) {
        switch (event) {
            case WorldEvent.Moved it -> residents.add(it.resident());
            case WorldEvent.DistrictMoves it -> it.moves().forEach(move -> residents.add(move.resident()));
            case WorldEvent.WeatherChanged _,
                    WorldEvent.LocationClosed _,
                    WorldEvent.LocationReopened _,
                    WorldEvent.EventStarted _,
                    WorldEvent.EventEnded _ -> {}
        }
    }

    /// A resident's account has the resident's id.
    private void account(AccountId account) {
        residents.add(new ResidentId(account.value()));
    }
}
