package city.agents.spi;

/// What questions cost before they are asked. Safe from any thread, and quick: nobody outside is asked.
public interface ModelPrices {
    /// The most that a question can come to in the usage of its reply, whichever provider of its tier answers. Tokens
    /// are counted as if each were one byte of the prompt, so most questions come to a quarter of it.
    ///
    /// What a provider charges beside, for a call that timed out before another provider was asked, is not in it,
    /// because no reply tells.
    ModelUsage atMost(ModelRequest request);
}
