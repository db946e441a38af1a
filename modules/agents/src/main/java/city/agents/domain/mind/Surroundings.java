package city.agents.domain.mind;

import city.agents.domain.market.Larder;
import city.agents.domain.market.Sellers;
import city.agents.domain.plan.Moment;
import city.agents.domain.talk.Talker;
import city.economy.Economy;
import city.world.World;

/// What a mind looks at when it decides: all read-only.
record Surroundings(
        World world,
        Economy economy,
        Sellers sellers,
        Larder larder,
        Outings outings,
        JobSearch jobs,
        Goings goings,
        Talker talker) {
    /// Whether a place will be open for somebody who sets off for it now.
    boolean isOpenOnArrival(int from, int place, Moment moment) {
        int arrival = moment.minuteOfDay()
                + world.minutesBetween(from, place)
                + moment.clock().stepMinutes();
        return world.opens(place, moment.dayOfWeekAt(arrival), Moment.wrap(arrival));
    }
}
