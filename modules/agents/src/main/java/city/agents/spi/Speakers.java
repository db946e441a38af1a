package city.agents.spi;

import city.world.ResidentId;

/// Tells who may speak for a resident whose mind is a program outside of the city, by the token that the program shows.
/// Safe from any thread; may read a file, so never for the city's.
public interface Speakers {
    /// Of a program that shows none.
    String NO_TOKEN = "";

    /// Where nobody asks for a token.
    Speakers ALL = (_, _) -> Standing.ANYBODY;

    /// What is issued or taken back counts from the next call on.
    Standing standing(ResidentId resident, String token);

    enum Standing {
        /// The token was issued for the resident.
        OWNER,
        /// None was ever issued for the resident, and none is demanded.
        ANYBODY,
        /// A token is needed, and this is none.
        UNKNOWN,
        /// A token is needed, and this is another resident's.
        STRANGER
    }
}
