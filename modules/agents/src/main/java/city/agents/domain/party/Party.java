package city.agents.domain.party;

import city.agents.PartyId;

/// A party that a resident gives.
///
/// @param host   a slot
/// @param place  the location's row
/// @param begins tick
/// @param ends   tick from which it is over; above `begins`
public record Party(PartyId id, String name, int host, int place, long begins, long ends) {
    public boolean isOver(long tick) {
        return tick >= ends;
    }

    public boolean isOn(long tick) {
        return begins <= tick && tick < ends;
    }
}
