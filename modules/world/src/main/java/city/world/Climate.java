package city.world;

/// Which weather follows which, by season: one of the built-in Markov chains.
public enum Climate {
    TEMPERATE,
    MARITIME,
    DRY
}
