package city.agents.spi;

/// A language model, wherever it runs. Safe from any thread.
public interface LanguageModel {
    /// Asks, and waits for the reply on the calling thread, which is best a virtual one and never the city's. It
    /// returns within the time that the request gives, but for a few milliseconds of reading what came at its end.
    ///
    /// What a provider does or fails to do is a reply and never an exception. An interrupted caller gets
    /// {@link ModelReply.Unavailable} at once, and stays interrupted.
    ///
    /// @throws IllegalArgumentException when the request's schema is none; nothing was sent then
    ModelReply ask(ModelRequest request);

    /// The most that a question can come to in the usage of its reply, whichever provider of its tier answers, so that
    /// a
    /// budget can set it aside beforehand. Tokens are counted as if each were one byte of the prompt. What a
    /// provider
    /// charges beside, for a call that timed out before another provider was asked, is not in it.
    ModelUsage atMost(ModelRequest request);
}
