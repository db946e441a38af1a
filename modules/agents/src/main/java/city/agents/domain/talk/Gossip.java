package city.agents.domain.talk;

import city.social.News;
import city.social.Social;
import city.world.World;
import java.util.Optional;

/// Which news somebody tells whom, and what of it can be put into words.
final class Gossip {
    private static final int FRESH_DAYS = 6;
    private static final int BELIEVED_PER_MILLE = 600;
    private static final int DOUBTFUL_PER_MILLE = 400;

    private final Social social;
    private final People people;
    private final Situation situation;

    Gossip(Social social, People people, Situation situation) {
        this.social = social;
        this.people = people;
        this.situation = situation;
    }

    /// The newest that is fresh, not about the hearer, not from it, and that it does not know.
    Optional<News> tell(Speaker speaker, int hearer) {
        var heard = social.newsOf(hearer);
        long oldest = speaker.moment().tick()
                - (long) FRESH_DAYS * speaker.moment().clock().ticksPerDay();
        return social.newsOf(speaker.slot()).stream()
                .filter(it -> it.isTold() && it.happenedAt() >= oldest && it.source() != hearer)
                .filter(it -> NewsKind.of(it.kind()).isOfAPlace() || it.about() != hearer)
                .filter(it -> heard.stream().noneMatch(it::isSameAs))
                .findFirst();
    }

    void tag(Speaker speaker, News item, Facts facts) {
        var kind = NewsKind.of(item.kind());
        boolean own = !kind.isOfAPlace() && item.about() == speaker.slot();
        boolean hearsay = item.source() != speaker.slot();
        facts.tag(own ? kind.tag() + "-own" : kind.tag(), true)
                .tag("hearsay", hearsay)
                .tag("own", !hearsay && !own)
                .tag("believed", hearsay && item.credibility() >= BELIEVED_PER_MILLE)
                .tag("doubtful", hearsay && item.credibility() <= DOUBTFUL_PER_MILLE)
                .slot("when", Calendar.ago(speaker.moment(), item.happenedAt()));
        if (hearsay && item.source() != World.NOWHERE) {
            facts.slot("teller", people.nameOf(item.source()));
        }
        if (kind.isOfAPlace()) {
            facts.slot("thing", situation.nameOf(item.about()).orElse(""));
        } else if (!own) {
            facts.slot("whom", people.nameOf(item.about())).tag("toldof", true);
        }
    }
}
