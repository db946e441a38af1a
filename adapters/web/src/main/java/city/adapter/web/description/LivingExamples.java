package city.adapter.web.description;

import city.adapter.web.docs.Examples;
import city.agents.AgentsReads;
import city.agents.PartyReads;
import city.economy.EconomyReads;
import city.economy.spi.TransferHistory;
import city.social.spi.InteractionHistory;
import city.world.AlmanacReads;
import city.world.WorldReads;
import city.world.kernel.state.Snapshot;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts ids of the running city in the place of the examples', so that "try it out" works at the first click.
@Singleton
final class LivingExamples {
    private static final Logger LOG = LoggerFactory.getLogger(LivingExamples.class);

    private final WorldReads world;
    private final AlmanacReads almanac;
    private final EconomyReads economy;
    private final AgentsReads agents;
    private final PartyReads parties;
    private final TransferHistory transfers;
    private final InteractionHistory interactions;

    LivingExamples(
            WorldReads world,
            AlmanacReads almanac,
            EconomyReads economy,
            AgentsReads agents,
            PartyReads parties,
            TransferHistory transfers,
            InteractionHistory interactions) {
        this.world = world;
        this.almanac = almanac;
        this.economy = economy;
        this.agents = agents;
        this.parties = parties;
        this.transfers = transfers;
        this.interactions = interactions;
    }

    String enliven(String text, Snapshot snapshot) {
        var lively = text;
        for (var id : ids(snapshot).entrySet()) {
            lively = lively.replace(id.getKey(), id.getValue());
        }
        return lively;
    }

    private Map<String, String> ids(Snapshot snapshot) {
        var ids = new LinkedHashMap<String, String>();
        put(ids, Examples.DISTRICT, first(world.districts(snapshot), it -> it.id()));
        put(
                ids,
                Examples.LOCATION,
                first(world.locations(snapshot), it -> it.location().id().value()));
        put(ids, Examples.HAPPENING, first(almanac.running(snapshot), it -> it.id()));
        var firms = economy.firms(snapshot);
        put(ids, Examples.FIRM, first(firms, it -> it.id().value()));
        var jobs = firms.stream().flatMap(it -> it.jobs().stream()).limit(1).toList();
        put(ids, Examples.JOB, first(jobs, it -> it.id().value()));
        var residents = agents.residents(snapshot, 0, 2);
        put(ids, Examples.RESIDENT, first(residents, it -> it.id().value()));
        put(
                ids,
                Examples.OTHER_RESIDENT,
                first(residents.reversed(), it -> it.id().value()));
        put(ids, Examples.PARTY, first(parties.parties(snapshot), it -> it.id().value()));
        putHistory(ids);
        return ids;
    }

    /// The past is in the database, and the description is wanted without one, too.
    private void putHistory(Map<String, String> ids) {
        try {
            var newest = transfers.list(Optional.empty(), Long.MAX_VALUE, 1);
            put(ids, Examples.TRANSFER, first(newest, it -> it.id().value()));
            var talk = interactions.list(Optional.empty(), Long.MAX_VALUE, 1);
            put(ids, Examples.INTERACTION, first(talk, it -> it.id().value()));
        } catch (RuntimeException e) {
            LOG.debug("the description goes without examples of the past", e);
        }
    }

    private static <T> Optional<UUID> first(List<T> things, Function<T, UUID> id) {
        return things.stream().findFirst().map(id);
    }

    private static void put(Map<String, String> ids, String example, Optional<UUID> living) {
        living.ifPresent(it -> ids.put(example, it.toString()));
    }
}
