package city.agents.spi;

/// How good a model a question deserves, and so what it may cost.
public enum ModelTier {
    /// A decision or a line of talk, while the city goes on.
    QUICK,
    /// A plan or a reflection, for which there is time.
    DEEP
}
