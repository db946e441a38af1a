package city.agents.domain.talk;

import city.social.Social;
import city.social.Tie;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import java.util.Optional;

/// Whom somebody speaks to, and to whom it lends an ear.
final class Company {
    private static final Purpose WHETHER = Purpose.of("agents.speaks-up");
    private static final Purpose WHOM = Purpose.of("agents.speaks-to");
    private static final Purpose ACCEPTS = Purpose.of("agents.lends-an-ear");

    /// Of those present, so many are looked at.
    private static final int FACES = 8;

    /// Minutes without which it is not worth to begin.
    private static final int WORTH_BEGINNING = 20;

    private static final int WORTH_JOINING = 10;
    private static final int FULL_PER_MILLE = 900;

    private final World world;
    private final Social social;
    private final People people;

    Company(World world, Social social, People people) {
        this.world = world;
        this.social = social;
        this.people = people;
    }

    /// Somebody present to speak to now, if the speaker is in the mood and has the time: friends rather than others,
    /// and strangers rather for the bold and the curious.
    Optional<Integer> approach(Speaker speaker, int minutesToSpare) {
        long tick = speaker.moment().tick();
        boolean free = minutesToSpare >= WORTH_BEGINNING
                && world.crowdAt(speaker.place()) > 1
                && social.mayBegin(speaker.slot(), tick);
        return free && speaker.moment().chance().perMille(inclination(speaker), WHETHER, speaker.slot())
                ? best(speaker)
                : Optional.empty();
    }

    /// Somebody else to be asked into a talk.
    Optional<Integer> third(Speaker speaker) {
        return best(speaker);
    }

    boolean accepts(Speaker speaker, int inviter, int minutesToSpare) {
        var tie = social.tie(speaker.slot(), inviter, speaker.moment().tick());
        var traits = speaker.traits();
        int likely = 560
                + 3 * (traits.agreeableness() - 50)
                + 2 * (traits.extraversion() - 50)
                + tie.affinity() / 2
                + tie.familiarity() / 5
                + (tie.bond().isKin() ? 200 : 0)
                + (speaker.isLonely() ? 200 : 0)
                - (speaker.isHungry() ? 200 : 0)
                - (speaker.isTired() ? 150 : 0);
        return minutesToSpare >= WORTH_JOINING
                && speaker.moment().chance().perMille(Math.clamp(likely, 50, 970), ACCEPTS, speaker.slot());
    }

    /// Who gives a party, or goes to one, is full of it.
    private int inclination(Speaker speaker) {
        int company = speaker.body().companyPerMille();
        return Math.clamp(
                150L
                        + 5L * speaker.traits().extraversion()
                        + (speaker.isLonely() ? 350 : 0)
                        + (speaker.isEating() ? 150 : 0)
                        + (goesOut(speaker) ? 250 : 0)
                        - (company > FULL_PER_MILLE ? 250 : 0),
                30,
                950);
    }

    private boolean goesOut(Speaker speaker) {
        return people.partiesKnownTo(speaker.slot(), speaker.moment().tick()).stream()
                .anyMatch(it -> people.means(speaker.slot(), it));
    }

    private Optional<Integer> best(Speaker speaker) {
        long tick = speaker.moment().tick();
        int best = World.NOWHERE;
        int most = 0;
        for (int other : world.othersAt(speaker.place(), speaker.slot(), FACES)) {
            boolean open = people.isOpenTo(other)
                    && social.mayBegin(other, tick)
                    && social.mayMeet(speaker.slot(), other, tick);
            int score = open ? score(speaker, other) : 0;
            if (score > most) {
                best = other;
                most = score;
            }
        }
        return best == World.NOWHERE ? Optional.empty() : Optional.of(best);
    }

    private int score(Speaker speaker, int other) {
        var tie = social.tie(speaker.slot(), other, speaker.moment().tick());
        var traits = speaker.traits();
        int luck = speaker.moment().chance().below(500, WHOM, speaker.slot(), other);
        int known = tie.affinity() + tie.familiarity() / 2 + (tie.bond() == Tie.Bond.NONE ? 0 : 150);
        int strange = tie.familiarity() < 60 ? 2 * (traits.openness() + traits.extraversion() - 100) : 0;
        return 150 + luck + known + strange;
    }
}
