package city.agents.domain.talk;

import city.agents.Persona;
import city.economy.Economy;
import city.economy.Economy.Employment;
import city.economy.Money;
import city.social.Social;
import city.social.Tie;
import city.world.LocationKind;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a speaker can put into words at one moment, to one hearer: who both are, what is between them, where they are,
/// how it stands with purse and stomach.
final class Situation {
    private static final Purpose TIC = Purpose.of("agents.tic");
    private static final long POOR_MINOR = 2_000;
    private static final long RICH_MINOR = 30_000;
    private static final int CROWDED = 12;
    private static final int DESERTED = 3;
    private static final int KNOWN = 12;
    private static final int WELL_KNOWN = 300;
    private static final List<LocationKind> SPOTS = List.of(
            LocationKind.TAVERN,
            LocationKind.SQUARE,
            LocationKind.WATERSIDE,
            LocationKind.PARK,
            LocationKind.LIBRARY,
            LocationKind.EATERY,
            LocationKind.CHAPEL);

    private final World world;
    private final Economy economy;
    private final Social social;
    private final People people;

    Situation(World world, Economy economy, Social social, People people) {
        this.world = world;
        this.economy = economy;
        this.social = social;
        this.people = people;
    }

    /// @param introduced whether they know each other's names by now
    Facts of(Speaker speaker, int hearer, boolean introduced, Draw draw) {
        var facts = new Facts();
        var tie = social.tie(speaker.slot(), hearer, speaker.moment().tick());
        self(speaker, facts);
        other(speaker, hearer, tie, introduced, facts);
        between(speaker, tie, facts);
        place(speaker, draw, facts);
        time(speaker, draw, facts);
        price(speaker, draw, facts);
        third(speaker, hearer, draw, facts);
        return facts;
    }

    private void self(Speaker speaker, Facts facts) {
        int slot = speaker.slot();
        var persona = people.personaOf(slot);
        var purse = economy.balanceOf(slot);
        var job = economy.employmentOf(slot);
        Voice.tag(speaker.traits(), facts);
        facts.slot("me", persona.name())
                .slot("goal", goal(persona))
                .slot("myway", Voice.way(persona, speaker.moment().day()))
                .slot("purse", purse.toString())
                .slot("tic", Voice.TICS.get(people.character().below(Voice.TICS.size(), TIC, slot)))
                .slot("next", people.errandOf(slot, speaker.moment().tick()).orElse(""))
                .slot("home", name(people.homeOf(slot)))
                .tag("poor", purse.minor() < POOR_MINOR)
                .tag("rich", purse.minor() > RICH_MINOR)
                .tag("hungry", speaker.isHungry())
                .tag("tired", speaker.isTired())
                .tag("lonely", speaker.isLonely())
                .tag(
                        "eating",
                        speaker.isEating() && world.location(speaker.place()).kind() == LocationKind.EATERY)
                .tag("unpaid", people.unpaidShiftsOf(slot) > 0)
                .tag("employed", job.isPresent())
                .tag("jobless", job.isEmpty())
                .tag("next", people.errandOf(slot, speaker.moment().tick()).isPresent());
        job.ifPresent(it -> work(slot, it, facts));
    }

    private void work(int slot, Employment job, Facts facts) {
        int home = people.homeOf(slot);
        facts.slot("work", name(job.location()))
                .slot("ajob", Sentences.withArticle(job.title()))
                .slot("wage", job.hourlyWage().toString())
                .tag("outdoorwork", world.location(job.location()).kind().isOutdoors());
        if (home != World.NOWHERE && home != job.location()) {
            facts.slot("commute", world.minutesBetween(home, job.location()) + " minutes");
        }
    }

    private void other(Speaker speaker, int hearer, Tie tie, boolean introduced, Facts facts) {
        var persona = people.personaOf(hearer);
        var job = economy.employmentOf(hearer);
        boolean known = tie.familiarity() >= 60 || tie.bond() != Tie.Bond.NONE;
        if (introduced || known) {
            facts.slot("name", Sentences.givenName(persona.name())).slot("theirhome", name(people.homeOf(hearer)));
        }
        if (tie.familiarity() >= WELL_KNOWN) {
            facts.slot("theirgoal", goal(persona));
        }
        if (known) {
            facts.slot("theirway", Voice.way(persona, speaker.moment().day()));
        }
        if (known && job.isPresent()) {
            facts.tag("theiremployed", true)
                    .slot("theirwork", name(job.get().location()))
                    .slot("theirjob", Sentences.withArticle(job.get().title()));
        }
        boolean colleagues = economy.employmentOf(speaker.slot())
                .flatMap(own -> job.filter(it -> it.location() == own.location()))
                .isPresent();
        int home = people.homeOf(hearer);
        facts.tag("colleague", known && colleagues)
                .tag("housemate", home != World.NOWHERE && home == people.homeOf(speaker.slot()));
    }

    private static void between(Speaker speaker, Tie tie, Facts facts) {
        var type = tie.type();
        facts.tag("stranger", type == Tie.Type.STRANGER)
                .tag("friend", type == Tie.Type.FRIEND || type == Tie.Type.CLOSE_FRIEND)
                .tag("close", type == Tie.Type.CLOSE_FRIEND)
                .tag("rival", type == Tie.Type.RIVAL)
                .tag("family", type == Tie.Type.FAMILY);
        if (tie.talkedAt() == Tie.NEVER) {
            return;
        }
        var clock = speaker.moment().clock();
        long days = speaker.moment().day() - clock.day(tie.talkedAt());
        facts.slot("ago", Calendar.ago(speaker.moment(), tie.talkedAt()))
                .tag("past", true)
                .tag("again", days == 0)
                .tag("longago", days >= 4);
    }

    private void place(Speaker speaker, Draw draw, Facts facts) {
        int here = speaker.place();
        var location = world.location(here);
        int crowd = world.crowdAt(here);
        facts.slot("place", location.name())
                .slot("crowd", String.valueOf(crowd))
                .slot("spot", spot(here, draw))
                .tag("crowded", crowd >= CROWDED)
                .tag("deserted", crowd <= DESERTED && location.kind() != LocationKind.HOME)
                .tag("outdoors", location.kind().isOutdoors())
                .tag("indoors", !location.kind().isOutdoors())
                .tag(location.kind().name().toLowerCase(Locale.ROOT), true)
                .tag(world.weather().name().toLowerCase(Locale.ROOT), true)
                .tag("foul", world.weather().isFoul());
    }

    private static void time(Speaker speaker, Draw draw, Facts facts) {
        var moment = speaker.moment();
        var part = Calendar.partOfDay(moment.minuteOfDay());
        facts.slot("daypart", part)
                .slot("weekday", Calendar.weekday(moment.dayOfWeek()))
                .slot("tomorrow", Calendar.soon(moment, draw))
                .tag(part, true)
                .tag("night", moment.minuteOfDay() >= 22 * 60)
                .tag("weekend", moment.dayOfWeek() >= 5);
    }

    /// Something for sale here, or at the nearest shop that has something.
    private void price(Speaker speaker, Draw draw, Facts facts) {
        var offers = economy.offersAt(speaker.place());
        for (int shop : world.nearest(speaker.place(), LocationKind.SHOP)) {
            if (offers.isEmpty()) {
                offers = economy.offersAt(shop);
            }
        }
        if (!offers.isEmpty()) {
            var offer = offers.get(draw.below(offers.size()));
            priced(economy.goods().get(offer.good()).name(), offer.price(), facts);
        }
    }

    private static void priced(String good, Money price, Facts facts) {
        facts.slot("good", Voice.asGood(good)).slot("price", price.toString());
    }

    /// Somebody else whom the speaker knows.
    private void third(Speaker speaker, int hearer, Draw draw, Facts facts) {
        var known = social.acquaintances(speaker.slot(), KNOWN);
        if (!known.isEmpty()) {
            int other = known.get(draw.below(known.size()));
            if (other != hearer) {
                facts.slot("other", people.nameOf(other)).tag("other", true);
            }
        }
    }

    private String spot(int here, Draw draw) {
        var near = world.nearest(here, SPOTS.get(draw.below(SPOTS.size())));
        if (near.isEmpty()) {
            return "";
        }
        int spot = near.get(draw.below(Math.min(3, near.size())));
        return spot == here ? "" : name(spot);
    }

    private String name(int place) {
        return place == World.NOWHERE ? "" : world.location(place).name();
    }

    private static String goal(Persona persona) {
        return persona.goals().stream().findFirst().map(Sentences::clause).orElse("");
    }

    Optional<String> nameOf(int place) {
        return place >= 0 && place < world.locations() ? Optional.of(name(place)) : Optional.empty();
    }
}
