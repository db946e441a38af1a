package city.agents.domain.salience;

/// When money that is spent is a matter to think about.
public final class Stakes {
    /// A purse with less than two days of food is poor; minor units.
    public static final long POOR_MINOR = 18_00;

    /// Of a purse that lasts for weeks a tenth is days of food; ordinary meals are less.
    private static final int PARTS = 10;

    private Stakes() {}

    /// Whether it is a tenth of the purse or more, or leaves a poor one. Nothing is at stake where nothing is spent.
    ///
    /// @param spent minor units, 0 or more; it may be more than the purse
    /// @param purse minor units, 0 or more
    public static boolean areHigh(long spent, long purse) {
        return spent > 0 && (spent >= Math.ceilDiv(purse, PARTS) || purse - spent < POOR_MINOR);
    }
}
