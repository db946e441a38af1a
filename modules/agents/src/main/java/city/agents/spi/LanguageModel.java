package city.agents.spi;

/// A language model, wherever it runs. Safe from any thread.
public interface LanguageModel {
    /// Asks, and waits for the reply on the calling thread, which is best a virtual one and never the city's. It
    /// returns within the time that the request gives, but for a few milliseconds of reading what came at its end.
    ///
    /// What a provider does or fails to do is a reply and never an exception. An interrupted caller gets
    /// {@link ModelReply.Unavailable} at once, and stays interrupted.
    ///
    /// @param budget is asked before each try, and told what came of it; a provider that it declines is full
    /// @return the last try's reply, whose usage is of that try alone
    /// @throws IllegalArgumentException when the request's schema is none; nothing was sent then
    ModelReply ask(ModelRequest request, ProviderBudget budget);
}
