package city.agents.domain.talk;

import city.agents.Persona.Traits;
import city.social.Tie;
import city.social.Tone;
import city.world.kernel.Chance.Purpose;

/// In what tone somebody speaks: by temperament, by what it holds of the other, by how alike they are, by how it was
/// spoken to, and by an empty stomach.
final class Temper {
    private static final Purpose TONE = Purpose.of("agents.tone");

    /// How alike two people are on average, of 100.
    private static final int USUAL_LIKENESS = 78;

    private Temper() {}

    /// @param last  the tone in which the other spoke; plain when it did not
    /// @param upset whether the speaker has a reason of its own, such as wages that were not paid
    static Tone tone(Speaker speaker, Traits other, Tie tie, Tone last, boolean upset) {
        var traits = speaker.traits();
        int likeness = likeness(traits, other);
        int drawn = speaker.moment().chance().below(1000, TONE, speaker.slot());
        if (drawn < crossPerMille(speaker, tie, last, likeness, upset)) {
            return Tone.CROSS;
        }
        int warm = 330
                + 4 * (traits.agreeableness() - 50)
                + tie.affinity() / 3
                + 8 * (likeness - USUAL_LIKENESS)
                + (tie.bond().isKin() ? 100 : 0)
                + (last == Tone.WARM ? 150 : 0);
        return drawn >= 1000 - Math.clamp(warm, 30, 850) ? Tone.WARM : Tone.PLAIN;
    }

    private static int crossPerMille(Speaker speaker, Tie tie, Tone last, int likeness, boolean upset) {
        var traits = speaker.traits();
        int cross = 30
                + 2 * (50 - traits.agreeableness())
                + (traits.neuroticism() - 50)
                + Math.max(0, -tie.affinity()) / 2
                + 4 * (USUAL_LIKENESS - likeness)
                + (speaker.isHungry() ? 40 : 0)
                + (upset ? 30 : 0)
                + (last == Tone.CROSS ? 200 : 0)
                - (tie.bond().isKin() ? 30 : 0);
        return Math.clamp(cross, 5, 500);
    }

    /// 0 to 100.
    private static int likeness(Traits one, Traits other) {
        int apart = Math.abs(one.openness() - other.openness())
                + Math.abs(one.conscientiousness() - other.conscientiousness())
                + Math.abs(one.extraversion() - other.extraversion())
                + Math.abs(one.agreeableness() - other.agreeableness())
                + Math.abs(one.neuroticism() - other.neuroticism());
        return 100 - apart / 5;
    }
}
