package city.agents.domain.prompt;

import city.agents.AgentsReads.Observation;
import city.agents.AgentsReads.PlannedStep;
import city.agents.LifeReads.LifeState;
import city.agents.Opinion;
import city.agents.Persona;
import city.economy.EconomyReads.PurseState;
import city.economy.JobId;
import city.economy.Money;
import city.world.LocationId;
import java.time.Duration;
import java.util.List;

/// All of which a resident may be aware when it decides. Of each list the first matter most: the last are left out
/// first.
///
/// @param occasion why it is asked, in a few words, such as `Anna spoke to you`
/// @param places   where it could go
/// @param openings jobs that it could take
/// @param opinions that it holds, of whomever and whatever
/// @param memories that came to its mind
public record Scene(
        String occasion,
        Persona persona,
        LifeState life,
        PurseState purse,
        Observation observation,
        List<PlannedStep> plan,
        List<Place> places,
        List<Opening> openings,
        List<Opinion> opinions,
        List<Recalled> memories) {
    /// Of those of which it knows.
    public static final int MOST_PARTIES = 3;

    public Scene {
        plan = List.copyOf(plan);
        places = List.copyOf(places);
        openings = List.copyOf(openings);
        opinions = List.copyOf(opinions);
        memories = List.copyOf(memories);
    }

    /// @param kind such as `bakery`
    /// @param note what it is to the resident, such as `home`; empty for nothing
    public record Place(LocationId id, String name, String kind, boolean open, String note) {}

    public record Opening(JobId id, String title, String firm, Money hourlyWage) {}

    /// @param age in city time
    public record Recalled(String text, Duration age) {
        public Recalled {
            if (age.isNegative()) {
                throw new IllegalArgumentException("age must not be negative: " + age);
            }
        }
    }
}
