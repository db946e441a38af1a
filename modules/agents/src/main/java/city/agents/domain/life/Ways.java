package city.agents.domain.life;

import city.agents.Life.Values;
import city.agents.Persona.Traits;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.World;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;

/// What somebody is used to: drawn from traits and values, with the resident's id for a die, so that they stay its own
/// for life and need no state.
///
/// @param hobbyDays  bit 0 is Monday; one to three days a week
/// @param favourite  the row of the place where it likes best to be, or {@link World#NOWHERE}
public record Ways(Hobby hobby, int hobbyDays, int favourite, boolean churchgoer, boolean marketgoer) {
    private static final Purpose HOBBY = Purpose.of("agents.hobby");
    private static final Purpose HOBBY_DAY = Purpose.of("agents.hobby-day");
    private static final Purpose FAVOURITE = Purpose.of("agents.favourite");
    private static final Purpose CUSTOM = Purpose.of("agents.custom");

    private static final int DAYS_PER_WEEK = 7;

    /// What somebody does for its own sake, and where.
    public enum Hobby {
        READING("reading", LocationKind.LIBRARY),
        WALKING("walking in the park", LocationKind.PARK),
        FISHING("fishing by the water", LocationKind.WATERSIDE),
        SINGING("singing in the chapel", LocationKind.CHAPEL),
        CARDS("cards in the tavern", LocationKind.TAVERN),
        BOWLS("bowls on the square", LocationKind.SQUARE);

        private final String words;
        private final LocationKind where;

        Hobby(String words, LocationKind where) {
            this.words = words;
            this.where = where;
        }

        public String words() {
            return words;
        }

        public LocationKind where() {
            return where;
        }
    }

    /// @param from the row of its home, or of another place when it has none
    public static Ways of(ResidentId resident, Traits traits, Values values, int from, World world) {
        var die = new Chance(
                resident.value().getMostSignificantBits() ^ resident.value().getLeastSignificantBits());
        var hobby = hobby(traits, values, die);
        int days = 1 << die.below(DAYS_PER_WEEK, HOBBY_DAY, 0);
        for (int i = 1; i < 1 + traits.openness() / 40; i++) {
            days |= 1 << die.below(DAYS_PER_WEEK, HOBBY_DAY, i);
        }
        boolean church = values.tradition() + die.below(40, CUSTOM, 0) > 85;
        boolean market = (values.tradition() + traits.conscientiousness()) / 2 + die.below(40, CUSTOM, 1) > 70;
        return new Ways(hobby, days, favourite(hobby, traits, from, world, die), church, market);
    }

    public boolean isHobbyDay(int dayOfWeek) {
        return (hobbyDays >> dayOfWeek & 1) == 1;
    }

    /// Each hobby weighs what trait and value lend it.
    private static Hobby hobby(Traits traits, Values values, Chance die) {
        int out = traits.extraversion();
        int in = 100 - out;
        int[] weights = {
            in + traits.openness(),
            in + values.security(),
            in + values.stimulation() / 2,
            values.tradition() * 2,
            out + values.stimulation(),
            out + values.benevolence(),
        };
        int sum = 0;
        for (int weight : weights) {
            sum += weight + 1;
        }
        int draw = die.below(sum, HOBBY, 0);
        int at = 0;
        while (draw > weights[at]) {
            draw -= weights[at++] + 1;
        }
        return Hobby.values()[at];
    }

    /// The open range further than the homely. Where the town has no place for it, any place of leisure.
    private static int favourite(Hobby hobby, Traits traits, int from, World world, Chance die) {
        var near = world.nearest(from, hobby.where());
        for (int i = 0; near.isEmpty() && i < Hobby.values().length; i++) {
            near = world.nearest(from, Hobby.values()[i].where());
        }
        int reach = Math.min(near.size(), 1 + traits.openness() / 20);
        return reach == 0 ? World.NOWHERE : near.get(die.below(reach, FAVOURITE, 0));
    }
}
