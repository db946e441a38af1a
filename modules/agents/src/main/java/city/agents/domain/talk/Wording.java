package city.agents.domain.talk;

import city.agents.domain.party.Party;
import city.agents.domain.talk.Topic.Kind;
import city.social.News;
import city.social.Social;
import city.social.Talk;
import city.social.Tone;
import city.social.Utterance;
import city.world.kernel.Chance.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Composes what somebody says: picks a topic that the situation offers or stays with the one at hand, and words it.
final class Wording {
    private static final Purpose STAY = Purpose.of("agents.stay-with-topic");

    /// How often a topic is kept when something was said about it.
    private static final int STAYS_PER_MILLE = 620;

    /// More than all else together: who has a party to tell of does not wait.
    private static final int INVITING = 60;

    private static final int TRIES = 4;
    private static final String PLAIN_WORDS = "Well. So it goes.";

    private final Grammar grammar;
    private final Situation situation;
    private final Gossip gossip;
    private final PartyTalk parties;
    private final Social social;
    private final People people;

    Wording(Grammar grammar, Situation situation, Gossip gossip, PartyTalk parties, Social social, People people) {
        this.grammar = grammar;
        this.situation = situation;
        this.gossip = gossip;
        this.parties = parties;
        this.social = social;
        this.people = people;
    }

    /// The words of an invitation.
    Utterance opening(Speaker speaker, int hearer) {
        var draw = new Draw(speaker.moment().chance(), speaker.slot());
        var facts = situation.of(speaker, hearer, false, draw);
        var topic = choose(speaker, hearer, facts, draw, Topic.TALK);
        return utter("open", topic, facts, draw, tone(speaker, hearer, Tone.PLAIN), "");
    }

    /// What is said when it is one's turn.
    Utterance answer(Speaker speaker, int hearer, Talk talk) {
        var draw = new Draw(speaker.moment().chance(), speaker.slot());
        var facts = situation.of(speaker, hearer, talk.messages() > 1, draw);
        var tone = tone(speaker, hearer, talk.last().tone());
        var last = talk.last().words();
        facts.tag("asked", last.endsWith("?"));
        var topic = Topic.parse(talk.last().topic());
        boolean atEase = speaker.moment().chance().perMille(STAYS_PER_MILLE, STAY, speaker.slot())
                && parties.tell(speaker, hearer).isEmpty();
        boolean stays = atEase || tone == Tone.CROSS;
        if (!stays) {
            var next = choose(speaker, hearer, facts, draw, topic);
            return utter("turning", next, facts, draw, tone == Tone.CROSS ? Tone.PLAIN : tone, last);
        }
        topic.in(social.newsOf(speaker.slot())).ifPresent(it -> gossip.tag(speaker, it, facts));
        parties.at(topic, speaker).ifPresent(it -> parties.tag(speaker, hearer, it, facts));
        return utter(stance(tone, draw), topic, facts, draw, tone, last);
    }

    /// A last word that leaves the other the very last.
    Utterance farewell(Speaker speaker, int hearer, Talk talk) {
        return parting("farewell", speaker, hearer, talk);
    }

    /// The very last word.
    Utterance bye(Speaker speaker, int hearer, Talk talk) {
        return parting("bye", speaker, hearer, talk);
    }

    /// A last word of somebody whose time is up.
    Utterance hurry(Speaker speaker, int hearer, Talk talk) {
        return parting("hurry", speaker, hearer, talk);
    }

    private Utterance parting(String rule, Speaker speaker, int hearer, Talk talk) {
        var draw = new Draw(speaker.moment().chance(), speaker.slot());
        var facts = situation.of(speaker, hearer, talk.messages() > 1, draw);
        facts.slot("topicnoun", Topic.parse(talk.last().topic()).kind().noun());
        var words = say(rule, Topic.TALK, facts, draw, talk.last().words());
        var tone = tone(speaker, hearer, talk.last().tone());
        return new Utterance(cut(words), tone == Tone.CROSS ? Tone.PLAIN : tone, Topic.FAREWELL);
    }

    private static String stance(Tone tone, Draw draw) {
        return switch (tone) {
            case WARM -> "agreeing";
            case CROSS -> "quarrelling";
            case PLAIN -> draw.perMille(220) ? "differing" : "plainly";
        };
    }

    private Tone tone(Speaker speaker, int hearer, Tone last) {
        var tie = social.tie(speaker.slot(), hearer, speaker.moment().tick());
        boolean upset = people.unpaidShiftsOf(speaker.slot()) > 0;
        return Temper.tone(speaker, people.traitsOf(hearer), tie, last, upset);
    }

    private Utterance utter(String rule, Topic topic, Facts facts, Draw draw, Tone tone, String before) {
        return new Utterance(cut(say(rule, topic, facts, draw, before)), tone, topic.label());
    }

    /// Tries anew a few times rather than to say again what the other just said.
    private String say(String rule, Topic topic, Facts facts, Draw draw, String before) {
        var words = PLAIN_WORDS;
        for (int i = 0; i < TRIES; i++) {
            words = grammar.say(rule, topic.kind().word(), facts, draw)
                    .or(() -> grammar.say(rule, Kind.TALK.word(), facts, draw))
                    .orElse(PLAIN_WORDS);
            if (!Sentences.echoes(words, before)) {
                break;
            }
        }
        return words;
    }

    /// A topic that the situation offers, but not the one at hand: what is pressing more often.
    private Topic choose(Speaker speaker, int hearer, Facts facts, Draw draw, Topic at) {
        var news = gossip.tell(speaker, hearer);
        var party = parties.tell(speaker, hearer);
        var offered = new ArrayList<Kind>();
        for (var kind : Kind.values()) {
            int weight = kind == at.kind() ? 0 : weight(kind, facts, news, party);
            for (int i = 0; i < weight; i++) {
                offered.add(kind);
            }
        }
        var kind = offered.get(draw.below(offered.size()));
        if (kind == Kind.NEWS && news.isPresent()) {
            gossip.tag(speaker, news.get(), facts);
            return Topic.of(news.get());
        }
        if (kind == Kind.PARTY && party.isPresent()) {
            parties.tag(speaker, hearer, party.get(), facts);
            return Topic.of(party.get());
        }
        return Topic.of(kind);
    }

    private static int weight(Kind kind, Facts facts, Optional<News> news, Optional<Party> party) {
        return switch (kind) {
            case TALK -> 0;
            case WEATHER -> facts.holds("foul") ? 4 : 2;
            case WORK -> 3;
            case WAGES -> facts.holds("unpaid") ? 8 : anyOf(facts, List.of("poor", "rich")) ? 2 : 1;
            case PRICE -> facts.find("price").isPresent() ? 2 : 0;
            case FOOD -> anyOf(facts, List.of("hungry", "eating")) ? 5 : 1;
            case HOME -> facts.find("home").isPresent() && (facts.holds("home") || !facts.holds("housemate")) ? 2 : 0;
            case PLACE -> facts.holds("home") ? 0 : anyOf(facts, List.of("crowded", "deserted")) ? 3 : 2;
            case GOAL -> facts.find("goal").isPresent() ? 2 : 0;
            case YOU -> 2;
            case PAST -> facts.holds("past") ? 3 : 0;
            case PLANS -> 2;
            case TIRED -> anyOf(facts, List.of("tired", "lonely")) ? 4 : 0;
            case NEWS -> news.isPresent() ? 9 : 0;
            case PARTY -> party.isPresent() ? INVITING : 0;
        };
    }

    private static boolean anyOf(Facts facts, List<String> tags) {
        return tags.stream().anyMatch(facts::holds);
    }

    /// A very long persona or name must not make a sentence that nobody may say.
    static String cut(String words) {
        if (words.length() <= Utterance.MAX_WORDS_LENGTH) {
            return words;
        }
        int end = Utterance.MAX_WORDS_LENGTH - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
