package city.app.conform;

import java.io.IOException;

/// A connection of a mind, by whichever protocol. For one thread.
interface Wire extends AutoCloseable {
    /// What any connection of a mind needs to know.
    ///
    /// @param http  of the city, or of what stands in its place
    /// @param mqtt  the same of the broker
    /// @param token empty for none
    record Address(String http, String mqtt, String agent, String token) {}

    @FunctionalInterface
    interface Protocol {
        Wire open(Address address) throws IOException, InterruptedException;
    }

    /// The next question's number.
    ///
    /// @throws IOException when the connection is gone
    long question() throws IOException, InterruptedException;

    /// Says `{"question": …, "action": …}`, and hears what came of it.
    ///
    /// @throws IOException when the connection is gone
    void answer(String words) throws IOException, InterruptedException;

    /// Asks, or connects, once more than it needs to.
    void look() throws IOException, InterruptedException;

    /// Breaks a rule of the protocol itself.
    void misbehave() throws IOException, InterruptedException;

    @Override
    void close();
}
