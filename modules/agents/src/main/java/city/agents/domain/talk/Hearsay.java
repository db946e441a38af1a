package city.agents.domain.talk;

import city.social.News;
import city.social.Social;
import city.social.Tie;
import java.util.List;

/// How news comes to those who tell it: by having been there, or by having been told.
public final class Hearsay {
    private final Social social;

    public Hearsay(Social social) {
        this.social = social;
    }

    /// The resident knows it itself.
    public void happened(int slot, NewsKind kind, int about, long tick) {
        social.learn(slot, new News(kind.code(), about, tick, slot, Tie.FULL, 0));
    }

    /// Who hears of something keeps it in mind, and believes it as far as it trusts whoever tells. What the teller does
    /// not know itself is only words.
    ///
    /// @param label the topic of what was said
    public void spread(int teller, List<Integer> hearers, String label, long tick) {
        var told = Topic.parse(label).in(social.newsOf(teller)).filter(News::isTold);
        if (told.isEmpty()) {
            return;
        }
        var item = told.get();
        for (int hearer : hearers) {
            if (hearer != teller) {
                int trust = social.tie(hearer, teller, tick).credibility();
                int believed = item.credibility() * trust / Tie.FULL;
                social.learn(
                        hearer,
                        new News(item.kind(), item.about(), item.happenedAt(), teller, believed, item.hops() + 1));
            }
        }
    }
}
