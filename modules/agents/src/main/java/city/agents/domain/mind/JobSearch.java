package city.agents.domain.mind;

import city.agents.domain.life.Wishes;
import city.agents.domain.plan.Habits;
import city.agents.domain.plan.Moment;
import city.economy.Economy;
import city.economy.Economy.Employment;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import java.util.Optional;

/// Which of the open jobs somebody would take: the best paid for the way there, taste and luck.
final class JobSearch {
    private static final Purpose TASTE = Purpose.of("agents.job-taste");

    /// Advertisements read in a day; with it a search costs the same in any city.
    private static final int LIMIT = 24;

    private static final int LONGEST_COMMUTE = 90;

    private final World world;
    private final Economy economy;

    JobSearch(World world, Economy economy) {
        this.world = world;
        this.economy = economy;
    }

    Optional<Employment> best(Self self, Moment moment) {
        Optional<Employment> best = Optional.empty();
        long bestScore = Long.MIN_VALUE;
        int number = 0;
        for (var job : economy.openings(LIMIT)) {
            long score = score(self, moment, job, number++);
            if (score > bestScore && commute(self, job) <= LONGEST_COMMUTE) {
                best = Optional.of(job);
                bestScore = score;
            }
        }
        return best;
    }

    /// The best, when a week of it pays more than one of the job one has.
    Optional<Employment> better(Self self, Moment moment, Employment than) {
        return best(self, moment).filter(it -> Wishes.weekly(it) > Wishes.weekly(than));
    }

    /// A day's wage; an hour on the way costs an hour's wage, rising two hours before one's time a fifth of the
    /// day's; and a fifth is taste, so that not all run after the same place.
    private long score(Self self, Moment moment, Employment job, int number) {
        long day = job.hourlyWage().minor() * job.shift().minutes() / 60;
        long way = job.hourlyWage().minor() * 2 * commute(self, job) / 60;
        boolean unearthly = job.shift().fromMinute() < Habits.rising(self.traits()) - 120;
        long taste = day * moment.chance().below(200, TASTE, self.slot(), number) / 1000;
        return day - way - (unearthly ? day / 5 : 0) + taste;
    }

    private int commute(Self self, Employment job) {
        int from = self.home() == World.NOWHERE ? self.place() : self.home();
        return world.minutesBetween(from, job.location());
    }
}
