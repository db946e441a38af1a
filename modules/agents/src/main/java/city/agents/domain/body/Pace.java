package city.agents.domain.body;

/// How fast needs move, in per mille an hour; negative where they run down.
public record Pace(int food, int energy, int company) {
    /// Nothing moves: the resident is paused or gone.
    public static final Pace STILL = new Pace(0, 0, 0);

    /// An hour's talk does more than an evening among people.
    private static final int COMPANY_IN_TALK = 500;

    /// In places of leisure, among others.
    private static final int COMPANY_AT_LEISURE = 150;

    /// At work or at table, among others.
    private static final int COMPANY_IN_PASSING = 20;

    /// What a festival adds to a place of leisure.
    private static final int COMPANY_AT_A_FESTIVAL = 150;

    private static final int COMPANY_ALONE = -50;
    private static final int COMPANY_ASLEEP = -15;

    /// @param amongOthers  whether somebody else was there when the activity began
    /// @param forLeisure whether the place is one where people meet
    public static Pace of(Activity activity, boolean amongOthers, boolean forLeisure) {
        return new Pace(
                activity.foodPerHour(), activity.energyPerHour(), companyPerHour(activity, amongOthers, forLeisure));
    }

    /// The same at a festival, which cheers whoever is there for it.
    public Pace festive() {
        return new Pace(food, energy, Math.max(0, company) + COMPANY_AT_A_FESTIVAL);
    }

    private static int companyPerHour(Activity activity, boolean amongOthers, boolean forLeisure) {
        return switch (activity) {
            case STILL, GONE -> 0;
            case SLEEPING -> COMPANY_ASLEEP;
            case WALKING, RESTING -> COMPANY_ALONE;
            case TALKING -> COMPANY_IN_TALK;
            case IDLE, WORKING, EATING, SHOPPING, RELAXING, WAITING, LEARNING ->
                !amongOthers ? COMPANY_ALONE : forLeisure ? COMPANY_AT_LEISURE : COMPANY_IN_PASSING;
        };
    }
}
