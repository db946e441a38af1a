package city.agents.domain.talk;

import city.agents.domain.party.Party;
import city.agents.domain.plan.Moment;
import java.util.List;
import java.util.Optional;

/// Of which party somebody tells whom, and what of it can be put into words.
final class PartyTalk {
    private final People people;
    private final Situation situation;

    PartyTalk(People people, Situation situation) {
        this.people = people;
        this.situation = situation;
    }

    /// The next of which the hearer does not know.
    Optional<Party> tell(Speaker speaker, int hearer) {
        long tick = speaker.moment().tick();
        var known = people.partiesKnownTo(speaker.slot(), tick);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<Party> theirs = people.partiesKnownTo(hearer, tick);
        return known.stream().filter(it -> !theirs.contains(it)).findFirst();
    }

    /// The one at hand, as far as the speaker knows of it.
    Optional<Party> at(Topic topic, Speaker speaker) {
        return people.partiesKnownTo(speaker.slot(), speaker.moment().tick()).stream()
                .filter(it -> topic.equals(Topic.of(it)))
                .findFirst();
    }

    void tag(Speaker speaker, int hearer, Party party, Facts facts) {
        boolean comes = people.means(speaker.slot(), party);
        facts.slot("party", "\"" + party.name() + "\"")
                .slot("host", people.nameOf(party.host()))
                .slot("thing", situation.nameOf(party.place()).orElse(""))
                .slot("partyday", day(speaker.moment(), party))
                .slot("partyhour", Calendar.clock(speaker.moment().clock().minuteOfDay(party.begins())))
                .tag("p-own", party.host() == speaker.slot())
                .tag("p-theirs", party.host() == hearer)
                .tag("p-come", comes)
                .tag("p-stay", !comes);
    }

    private static String day(Moment now, Party party) {
        long days = now.clock().day(party.begins()) - now.day();
        if (days <= 0) {
            return "today";
        }
        return days == 1
                ? "tomorrow"
                : "on " + Calendar.weekday(now.weekdays().applyAsInt(now.clock().day(party.begins())));
    }
}
