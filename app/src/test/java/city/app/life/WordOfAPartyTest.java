package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.PartyResult;
import city.agents.AgentsCommand.PlanParty;
import city.agents.AgentsEvent.PartyJoined;
import city.agents.AgentsEvent.PartyTold;
import city.agents.PartyId;
import city.agents.PartyReads.GuestState;
import city.agents.PartyReads.PartyState;
import city.social.SocialEvent.MessageSaid;
import city.world.LocationKind;
import city.world.ResidentId;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The experiment of Park et al. 2023, "Generative agents": one resident means to give a party on the next day, and
/// nobody else knows. The default city, routine minds.
class WordOfAPartyTest {
    private static final int MINUTES = 180;

    private static Village town;
    private static PartyState party;
    private static List<GuestState> guests;

    @BeforeAll
    static void aDayAndAHalfPass() {
        town = new Village("default");
        town.runTo(town.founded().plusHours(3));
        var host = town.residents().stream()
                .max(Comparator.comparingInt(it -> it.persona().traits().extraversion()))
                .orElseThrow();
        var id = plan(host.id());
        town.runTo(evening().plusMinutes(MINUTES));
        party = town.parts.parties().findParty(town.snapshot(), id).orElseThrow();
        guests = town.parts.parties().guests(town.snapshot(), id);
    }

    @Test
    void theWordGoesRoundAndPeopleCome() {
        var turnout = party.turnout();
        System.out.printf(
                "of %d residents %d knew of the party (%.1f %%), %d meant to come, %d came (%.0f %% of them)%n",
                turnout.residents(),
                turnout.told(),
                100.0 * turnout.told() / turnout.residents(),
                turnout.willing(),
                turnout.came(),
                100.0 * turnout.came() / turnout.told());

        assertThat(turnout.told()).isGreaterThan(turnout.residents() / 10);
        assertThat(turnout.came()).isBetween(turnout.willing() / 2, turnout.told());
    }

    @Test
    void eachHeardByAPathThatBeginsAtTheHost() {
        var names = town.residents().stream()
                .collect(Collectors.toMap(it -> it.id(), it -> it.persona().name()));
        guests.stream()
                .max(Comparator.comparingInt(it -> it.path().size()))
                .ifPresent(it -> System.out.println("the longest path: "
                        + it.path().stream().map(names::get).collect(Collectors.joining(" > "))
                        + " > " + names.get(it.resident())));
        System.out.println("by so many steps: "
                + guests.stream().collect(Collectors.groupingBy(it -> it.path().size(), Collectors.counting())));

        assertThat(guests.getFirst().path()).isEmpty();
        assertThat(guests.stream().skip(1))
                .allSatisfy(it ->
                        assertThat(it.path()).doesNotContain(it.resident()).startsWith(party.host()));
        assertThat(guests.stream().mapToInt(it -> it.path().size()).max().orElseThrow())
                .isGreaterThan(1);
    }

    /// Each was told in a talk by somebody who spoke of it in that very tick.
    @Test
    void nobodyKnowsButByWordOfMouth() {
        var said = town.told(MessageSaid.class)
                .filter(it ->
                        ((MessageSaid) it.fact()).topic().equals(party.id().topic()))
                .collect(Collectors.groupingBy(it -> ((MessageSaid) it.fact()).speaker()));

        assertThat(town.told(PartyTold.class)).hasSize(guests.size() - 1).allSatisfy(it -> {
            var told = (PartyTold) it.fact();
            assertThat(said.get(told.by())).anyMatch(word -> word.time().equals(it.time()));
        });
    }

    @Test
    void onlyWhoKnowsIsNotedAndOnlyWhileItLasts() {
        var begins = party.begins();
        var ends = party.ends();

        assertThat(town.told(PartyJoined.class))
                .hasSize(party.turnout().came())
                .allSatisfy(it -> assertThat(it.time()).isBetween(begins, ends));
        assertThat(town.audit()).isEmpty();
    }

    private static PartyId plan(ResidentId host) {
        var tavern = town.parts.world().locations(town.snapshot()).stream()
                .filter(it -> it.location().kind() == LocationKind.TAVERN)
                .findFirst()
                .orElseThrow();
        var wish = new PlanParty(
                host, "Midsummer Night", tavern.location().id(), evening().toInstant(ZoneOffset.UTC), MINUTES);
        return ((PartyResult.Planned) town.order(wish)).party();
    }

    private static LocalDateTime evening() {
        return town.founded().plusDays(1).with(LocalTime.of(18, 0));
    }
}
