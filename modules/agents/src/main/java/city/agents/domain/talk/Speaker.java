package city.agents.domain.talk;

import city.agents.Persona.Traits;
import city.agents.domain.body.Activity;
import city.agents.domain.body.Body;
import city.agents.domain.plan.Moment;

/// Who is about to speak, where and in what state.
///
/// @param place the row of the location
public record Speaker(int slot, int place, Traits traits, Body body, Activity activity, Moment moment) {
    private static final int HUNGRY_PER_MILLE = 350;
    private static final int TIRED_PER_MILLE = 250;
    private static final int LONELY_PER_MILLE = 300;

    boolean isHungry() {
        return body.foodPerMille() < HUNGRY_PER_MILLE;
    }

    boolean isTired() {
        return body.energyPerMille() < TIRED_PER_MILLE;
    }

    boolean isLonely() {
        return body.companyPerMille() < LONELY_PER_MILLE;
    }

    boolean isEating() {
        return activity == Activity.EATING;
    }
}
