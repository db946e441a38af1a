package city.agents;

/// Whose mind a resident has, and how often that is asked.
///
/// @param threshold salience, per mille, from which an occasion is worth a question; 0 asks whenever the resident
///     decides, {@link Occasion#NEVER} never
/// @param patience  ticks after which the routine decides because no answer came, 1 to 288
public record MindSettings(MindKind kind, int threshold, int patience) {
    public static final int MAX_PATIENCE = 288;

    public static final MindSettings ROUTINE = new MindSettings(MindKind.ROUTINE, Occasion.NEVER, 1);

    public MindSettings {
        if (threshold < 0 || threshold > Occasion.NEVER) {
            throw new IllegalArgumentException("threshold must be 0 to %d: %d".formatted(Occasion.NEVER, threshold));
        }
        if (patience < 1 || patience > MAX_PATIENCE) {
            throw new IllegalArgumentException("patience must be 1 to %d: %d".formatted(MAX_PATIENCE, patience));
        }
    }
}
