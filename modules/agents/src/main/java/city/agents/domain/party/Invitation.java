package city.agents.domain.party;

import city.agents.PartyId;

/// What a resident was told of a party.
///
/// @param from    slot of whoever told it; the host's own for the host
/// @param toldAt  tick
/// @param willing whether it means to come
/// @param cameAt  tick at which it was first there; 0 for not
public record Invitation(PartyId party, int from, long toldAt, boolean willing, long cameAt) {
    public boolean hasCome() {
        return cameAt != 0;
    }

    Invitation came(long tick) {
        return new Invitation(party, from, toldAt, willing, tick);
    }
}
