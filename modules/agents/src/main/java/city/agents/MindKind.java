package city.agents;

/// Who decides for a resident when it matters. The record keeps the ordinal: append only.
public enum MindKind {
    /// The city's own rules, and nobody else.
    ROUTINE,
    /// A language model, where the operator has one.
    MODEL,
    /// Somebody else's program.
    EXTERNAL
}
