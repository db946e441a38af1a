package city.agents.domain.life;

import city.agents.Life.Occupation;
import city.agents.Life.Values;
import city.agents.Persona.Traits;
import city.economy.Economy;
import city.economy.Economy.Employment;
import city.world.LocationKind;
import city.world.World;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;

/// Which goal somebody takes up next: each weighs what values and traits lend it, and what cannot be done here and now
/// weighs nothing.
public final class Wishes {
    private static final Purpose WISH = Purpose.of("agents.wish");

    /// In whole money units: about what is left of two weeks' wages.
    private static final int SAVINGS = 20;

    private static final int MINUTES_OF_COMPANY = 12 * 60;
    private static final int EVENINGS = 5;
    private static final int MINUTES_OF_LEARNING = 8 * 60;
    private static final int GIFTS = 3;
    private static final int PLACES = 6;
    private static final int MINUTES_OF_CRAFT = 60 * 60;

    private final World world;
    private final Economy economy;

    public Wishes(World world, Economy economy) {
        this.world = world;
        this.economy = economy;
    }

    /// @param target at least 1
    public record Wish(Goal goal, int target) {}

    /// @param home  the home's row, or {@link World#NOWHERE}
    /// @param first whether it had no goal before: at the founding free places are for those who have none
    public Wish next(
            int slot,
            Traits traits,
            Values values,
            Occupation occupation,
            boolean hasKin,
            int home,
            boolean first,
            Chance chance) {
        if (occupation == Occupation.JOBLESS) {
            return new Wish(Goal.FIND_WORK, 1);
        }
        boolean employed = occupation == Occupation.EMPLOYED;
        int from = home == World.NOWHERE ? 0 : home;
        int places = places(from);
        boolean canLearn = occupation == Occupation.PUPIL
                || !world.nearest(from, LocationKind.LIBRARY).isEmpty();
        int[] weights = new int[Goal.values().length];
        weights[Goal.SAVE.ordinal()] = employed ? (values.achievement() + values.security()) / 2 : 0;
        weights[Goal.BETTER_WORK.ordinal()] = employed && !first ? values.achievement() / 2 : 0;
        weights[Goal.COMPANY.ordinal()] = (traits.extraversion() + values.benevolence()) / 2;
        weights[Goal.FAMILY.ordinal()] = hasKin ? (values.tradition() + values.benevolence()) / 2 : 0;
        weights[Goal.LEARN.ordinal()] = canLearn ? (traits.openness() + values.stimulation()) / 2 : 0;
        weights[Goal.HELP.ordinal()] = (traits.agreeableness() + values.benevolence()) / 4;
        weights[Goal.SEE_PLACES.ordinal()] = places > 1 ? (values.stimulation() + traits.openness()) / 2 : 0;
        weights[Goal.CRAFT.ordinal()] = employed ? (traits.conscientiousness() + values.achievement()) / 2 : 0;
        var goal = drawn(weights, slot, chance);
        return new Wish(goal, target(goal, slot, places));
    }

    /// Of the purse, in whole units.
    public int wholeMoney(int slot) {
        return (int) Math.min(Integer.MAX_VALUE / 2, economy.balanceOf(slot).minor() / 100);
    }

    /// A week's at full hours, in minor units; 0 without a job.
    public int wage(int slot) {
        return economy.employmentOf(slot)
                .map(job -> (int) Math.min(Integer.MAX_VALUE / 2, weekly(job)))
                .orElse(0);
    }

    /// A week's wage at full hours, in minor units: a high wage for few hours feeds nobody.
    public static long weekly(Employment job) {
        return job.hourlyWage().minor()
                * job.shift().minutes()
                / 60
                * Integer.bitCount(job.shift().days());
    }

    private int target(Goal goal, int slot, int places) {
        return switch (goal) {
            case SAVE -> wholeMoney(slot) + SAVINGS;
            case FIND_WORK -> 1;
            case BETTER_WORK -> wage(slot) + 1;
            case COMPANY -> MINUTES_OF_COMPANY;
            case FAMILY -> EVENINGS;
            case LEARN -> MINUTES_OF_LEARNING;
            case HELP -> GIFTS;
            case SEE_PLACES -> Math.min(PLACES, places);
            case CRAFT -> MINUTES_OF_CRAFT;
        };
    }

    /// Places of leisure within reach, told apart as they are counted.
    private int places(int from) {
        long bits = 0;
        for (var hobby : Ways.Hobby.values()) {
            for (int place : world.nearest(from, hobby.where())) {
                bits |= 1L << (place & 63);
            }
        }
        return Long.bitCount(bits);
    }

    private static Goal drawn(int[] weights, int slot, Chance chance) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        if (sum == 0) {
            return Goal.COMPANY;
        }
        int draw = chance.below(sum, WISH, slot);
        int at = 0;
        while (draw >= weights[at]) {
            draw -= weights[at++];
        }
        return Goal.of(at);
    }
}
