package city.agents.domain.precedent;

import city.agents.AgentsReads.Observation;
import city.agents.AgentsReads.PlannedStep;
import city.agents.LifeReads.LifeState;
import city.agents.Occasion;
import city.economy.EconomyReads.PurseState;
import city.economy.FirmId;
import city.world.LocationId;
import city.world.Weather;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kind of a situation, as coarse as a habit: two moments with the same circumstances are decided alike. Nothing
/// that anybody said or wrote is in it.
///
/// @param partOfDay as `morning`
/// @param food,energy,company 0 for what cannot wait, 1 for what is felt, 2 for none
/// @param purse     the number of digits of what is in it, in whole units of money; 0 for less than one
/// @param planned   what the plan has now, or next, such as `work`; empty for nothing
public record Circumstances(
        Occasion occasion,
        LocationId place,
        boolean open,
        String partOfDay,
        boolean foulWeather,
        int food,
        int energy,
        int company,
        int purse,
        Optional<FirmId> worksFor,
        boolean ill,
        Present present,
        String planned) {
    /// From here up it is not urgent, per mille.
    private static final int URGENT = 200;

    /// From here up it is not felt, per mille.
    private static final int FELT = 500;

    private static final int MINOR_UNITS = 100;

    /// Who is there, of those whom the resident makes out.
    public enum Present {
        NOBODY,
        STRANGERS,
        KIN
    }

    /// Empty where a decision is no precedent, and none is followed: in a talk or asked into one, on the way, and where
    /// money is at stake or something is done for the first time.
    public static Optional<Circumstances> of(
            Occasion occasion, Observation seen, LifeState life, PurseState purse, List<PlannedStep> plan) {
        if (isOnce(occasion) || seen.talk().isPresent()) {
            return Optional.empty();
        }
        return seen.location()
                .map(place -> new Circumstances(
                        occasion,
                        place,
                        seen.open(),
                        seen.timeOfDay(),
                        Weather.valueOf(seen.weather().toUpperCase(Locale.ROOT)).isFoul(),
                        band(seen.needs().food()),
                        band(seen.needs().energy()),
                        band(seen.needs().company()),
                        digits(purse.balance().minor() / MINOR_UNITS),
                        purse.job().map(it -> it.firm()),
                        life.illUntil().isPresent(),
                        present(seen, life),
                        planned(seen, plan)));
    }

    private static boolean isOnce(Occasion occasion) {
        return switch (occasion) {
            case SPOKEN_TO, MONEY_AT_STAKE, FIRST_TIME -> true;
            case NEXT_STEP, TALK_OVER, FREE_TIME, FOUL_WEATHER, PLACE_CLOSED, MORNING, JOB_LOST, ASLEEP -> false;
        };
    }

    private static int band(int perMille) {
        return perMille < URGENT ? 0 : perMille < FELT ? 1 : 2;
    }

    private static int digits(long units) {
        int digits = 0;
        for (long rest = units; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static Present present(Observation seen, LifeState life) {
        if (seen.people().isEmpty()) {
            return Present.NOBODY;
        }
        boolean kin = seen.people().stream()
                .anyMatch(it -> life.parents().contains(it.id())
                        || life.partner().filter(it.id()::equals).isPresent());
        return kin ? Present.KIN : Present.STRANGERS;
    }

    /// The step that began last, or the first to come.
    private static String planned(Observation seen, List<PlannedStep> plan) {
        var current = plan.isEmpty() ? "" : plan.getFirst().what();
        for (var step : plan) {
            current = step.at().isAfter(seen.time()) ? current : step.what();
        }
        return current;
    }
}
