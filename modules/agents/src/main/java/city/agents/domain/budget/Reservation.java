package city.agents.domain.budget;

import java.time.Instant;

/// What was set aside for one call, until it is settled or its time is over.
///
/// @param id      of no other reservation of the same governor
/// @param payer   whose question it is, or the city; the city and the provider pay the same
/// @param expires from when on it counts as spent in full
public record Reservation(long id, Payer payer, Estimate estimate, Instant expires) {

    /// What became of a settlement.
    public enum Settlement {
        BOOKED,
        /// Nothing was booked: the reservation was settled before, its time was over, or it is none of this governor.
        OVER
    }
}
