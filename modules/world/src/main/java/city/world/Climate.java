package city.world;

/// Which weather follows which, by season: one of the built-in Markov chains.
///
/// The record keeps a constant by its place in this list: new ones go at the end.
public enum Climate {
    TEMPERATE,
    MARITIME,
    DRY
}
