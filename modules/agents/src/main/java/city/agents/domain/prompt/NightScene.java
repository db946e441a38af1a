package city.agents.domain.prompt;

import city.agents.LifeReads.LifeState;
import city.agents.Opinion;
import city.agents.Persona;
import city.agents.domain.prompt.Scene.Place;
import city.agents.domain.prompt.Scene.Recalled;
import city.economy.Money;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All of which a resident may be aware when it has fallen asleep. Of each list the first matter most: the last
/// are left out first.
///
/// @param now      city time
/// @param wakes    when it means to get up
/// @param people   whom it knows, the closest first
/// @param memories since it looked back last, in any order; at most {@link NightPrompt#MOST_MEMORIES}
public record NightScene(
        Persona persona,
        LifeState life,
        Instant now,
        Instant wakes,
        Money balance,
        Optional<Shift> job,
        List<Known> people,
        List<Place> places,
        List<Price> goods,
        List<Opinion> opinions,
        List<Recalled> memories) {
    public NightScene {
        people = List.copyOf(people);
        places = List.copyOf(places);
        goods = List.copyOf(goods);
        opinions = List.copyOf(opinions);
        memories = List.copyOf(memories);
    }

    /// Somebody whom it knows.
    ///
    /// @param tie as `friend`
    public record Known(ResidentId id, String name, String tie) {}

    /// A good and what it costs somewhere.
    public record Price(String good, Money price) {}

    /// Its job, and when it is wanted there.
    ///
    /// @param hours as `09:00 to 17:00`; empty on a day off
    public record Shift(String title, String firm, String hours) {}
}
