package city.agents.domain.body;

/// Needs at one moment, each 0 (starving, exhausted, lonely, ill) to {@link #FULL} (content), in 60,000ths: an hourly
/// rate in per mille is then a whole number of units a minute, and nothing is ever rounded.
///
/// Who has nothing left in the stomach tires faster and loses health until it eats. Nobody dies of it yet.
///
/// @param health falls by 20 per mille an hour while starving, rises by 10 otherwise
public record Body(int food, int energy, int company, int health) {
    public static final int FULL = 60_000;
    public static final Body FRESH = new Body(42_000, 54_000, 42_000, FULL);

    /// Units in a thousandth.
    private static final int PER_MILLE = 60;

    private static final int STARVING_ENERGY_PER_HOUR = -30;
    private static final int STARVING_HEALTH_PER_HOUR = -20;
    private static final int HEALING_PER_HOUR = 10;

    public Body after(long minutes, Pace pace) {
        if (minutes <= 0 || pace.equals(Pace.STILL)) {
            return this;
        }
        long untilEmpty = pace.food() < 0 ? food / -pace.food() : minutes;
        long starving = Math.max(0, minutes - untilEmpty);
        return new Body(
                clamp(food + pace.food() * minutes),
                clamp(energy + pace.energy() * minutes + STARVING_ENERGY_PER_HOUR * starving),
                clamp(company + pace.company() * minutes),
                clamp(health + STARVING_HEALTH_PER_HOUR * starving + HEALING_PER_HOUR * (minutes - starving)));
    }

    /// Eaten or enjoyed: food and company rise by so many per mille.
    public Body fed(int nourishPerMille, int cheerPerMille) {
        return new Body(
                clamp(food + (long) nourishPerMille * PER_MILLE),
                energy,
                clamp(company + (long) cheerPerMille * PER_MILLE),
                health);
    }

    public int foodPerMille() {
        return food / PER_MILLE;
    }

    public int energyPerMille() {
        return energy / PER_MILLE;
    }

    public int companyPerMille() {
        return company / PER_MILLE;
    }

    private static int clamp(long value) {
        return (int) Math.clamp(value, 0, FULL);
    }
}
