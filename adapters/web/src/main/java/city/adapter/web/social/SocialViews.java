package city.adapter.web.social;

import city.adapter.web.social.SocialView.Interaction;
import city.adapter.web.social.SocialView.Relationship;
import city.adapter.web.social.SocialView.Somebody;
import city.agents.AgentsReads;
import city.social.SocialReads;
import city.social.SocialReads.InteractionState;
import city.social.spi.InteractionHistory.End;
import city.social.spi.InteractionHistory.PastInteraction;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// Shows conversations and ties, residents by name.
@Singleton
final class SocialViews {
    private final AgentsReads agents;

    SocialViews(AgentsReads agents) {
        this.agents = agents;
    }

    Interaction interaction(Snapshot snapshot, InteractionState state) {
        return new Interaction(
                state.id().value(),
                state.open() ? "open" : "invited",
                state.location().value(),
                people(snapshot, state.members()),
                people(snapshot, state.invited()),
                state.since(),
                null,
                state.messages(),
                state.limit(),
                somebody(snapshot, state.turn()),
                state.topic(),
                null,
                null);
    }

    Interaction interaction(Snapshot snapshot, PastInteraction past) {
        var end = past.end();
        return new Interaction(
                past.id().value(),
                end.isPresent() ? "ended" : "open",
                past.location().value(),
                people(snapshot, past.members()),
                List.of(),
                past.started(),
                end.map(End::time).orElse(null),
                end.map(End::messages).orElse(0),
                null,
                null,
                "",
                end.map(it -> word(it.outcome())).orElse(null),
                end.map(it -> word(it.ending())).orElse(null));
    }

    Relationship relationship(Snapshot snapshot, SocialReads.Relationship it) {
        var tie = it.tie();
        return new Relationship(
                it.id(),
                somebody(snapshot, it.from()),
                somebody(snapshot, it.to()),
                word(tie.type()),
                word(tie.bond()),
                decimal(tie.strength()),
                decimal(tie.affinity()),
                decimal(tie.trust()),
                decimal(tie.familiarity()),
                it.met(),
                it.contacted());
    }

    List<Somebody> people(Snapshot snapshot, List<ResidentId> residents) {
        return residents.stream().map(it -> somebody(snapshot, it)).toList();
    }

    Somebody somebody(Snapshot snapshot, ResidentId resident) {
        return new Somebody(resident.value(), nameOf(snapshot, resident));
    }

    String nameOf(Snapshot snapshot, ResidentId resident) {
        return agents.findResident(snapshot, resident)
                .map(it -> it.persona().name())
                .orElse("");
    }

    private static BigDecimal decimal(int perMille) {
        return BigDecimal.valueOf(perMille, 3);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
