package city.agents.domain.body;

/// A meal that is eaten where it is bought.
public final class Meal {
    public static final int MINUTES = 30;

    private Meal() {}
}
