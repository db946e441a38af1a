package city.agents.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.PartyId;
import city.agents.domain.party.Invitation;
import city.agents.domain.party.Party;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartiesTest {
    private static final int GUEST = 7;

    private final Parties parties = new Parties();

    @Test
    void oneKnowsOfWhatLiesAheadInTheOrderOfItsBeginning() {
        hear(add(2, 300), true);
        hear(add(1, 200), false);
        add(3, 100);

        assertThat(parties.knownTo(GUEST, 50)).extracting(Party::begins).containsExactly(200L, 300L);
        assertThat(parties.wantedBy(GUEST, 50)).extracting(Party::begins).containsExactly(300L);
        assertThat(parties.knownTo(GUEST, 210)).extracting(Party::begins).containsExactly(300L);
        assertThat(parties.knownTo(GUEST + 1, 50)).isEmpty();
    }

    @Test
    void theOldestIsForgottenAndSoIsTheWordOfIt() {
        for (int i = 0; i < Parties.MOST_KEPT; i++) {
            hear(add(i, 100 + i), true);
        }

        hear(add(99, 500), true);

        assertThat(parties.find(id(0))).isEmpty();
        assertThat(parties.find(id(1))).isPresent();
        assertThat(parties.table().count()).isEqualTo(Parties.MOST_KEPT);
        assertThat(parties.of(GUEST).all())
                .hasSize(Parties.MOST_KEPT)
                .extracting(Invitation::party)
                .doesNotContain(id(0))
                .contains(id(99));
    }

    @Test
    void whatIsPackedIsWhatItWas() {
        var party = add(1, 200);
        var invitation = new Invitation(party.id(), 1_000_000, 150, true, 0);
        parties.hear(GUEST, invitation);
        parties.came(GUEST, party.id(), 205);

        assertThat(parties.of(GUEST).all()).containsExactly(new Invitation(party.id(), 1_000_000, 150, true, 205));
    }

    private Party add(int number, long begins) {
        var party = new Party(id(number), "Dance", 1, 2, begins, begins + 10);
        parties.add(party);
        return party;
    }

    private void hear(Party party, boolean willing) {
        parties.hear(GUEST, new Invitation(party.id(), 1, 10, willing, 0));
    }

    private static PartyId id(int number) {
        return new PartyId(new UUID(0x8000, number));
    }
}
