package city.agents.domain.talk;

import city.agents.PartyId;
import city.agents.domain.party.Party;
import city.social.News;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a conversation is about, as its label says: a word, and for some what exactly, such as `price bread`.
///
/// @param about the rest of the label; may be empty
public record Topic(Kind kind, String about) {
    static final Topic TALK = new Topic(Kind.TALK, "");

    /// The label of a last word.
    static final String FAREWELL = "farewell";

    /// @param noun as one speaks of it afterwards
    public enum Kind {
        TALK("all this"),
        WEATHER("the weather"),
        WORK("work"),
        WAGES("money"),
        PRICE("prices"),
        FOOD("food"),
        HOME("home"),
        PLACE("this place"),
        GOAL("what one wants of life"),
        YOU("people"),
        PAST("old times"),
        PLANS("tomorrow"),
        TIRED("how one feels"),
        NEWS("the news"),
        PARTY("a party");

        private static final List<Kind> ALL = List.of(values());

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String noun() {
            return noun;
        }
    }

    static Topic of(Kind kind) {
        return new Topic(kind, "");
    }

    static Topic of(News item) {
        return new Topic(Kind.NEWS, "%d %d %d".formatted(item.kind(), item.about(), item.happenedAt()));
    }

    static Topic of(Party party) {
        return parse(party.id().topic());
    }

    /// What somebody's label means here; free talk when it means nothing.
    static Topic parse(String label) {
        int space = label.indexOf(' ');
        var word = space < 0 ? label : label.substring(0, space);
        var rest = space < 0 ? "" : label.substring(space + 1);
        if (PartyId.of(label).isPresent()) {
            return new Topic(Kind.PARTY, rest);
        }
        return Kind.ALL.stream()
                .filter(it -> it != Kind.PARTY && it.word().equals(word))
                .findFirst()
                .map(it -> new Topic(it, rest))
                .orElse(TALK);
    }

    /// What a label is about, as one speaks of it afterwards: what it means here, else the label itself. Empty for free
    /// talk and a last word.
    public static Optional<String> nounOf(String label) {
        if (label.isBlank() || label.equals(FAREWELL) || label.equals(TALK.label())) {
            return Optional.empty();
        }
        var topic = parse(label);
        return Optional.of(topic.equals(TALK) ? label : topic.kind().noun());
    }

    String label() {
        return about.isEmpty() ? kind.word() : kind.word() + " " + about;
    }

    boolean isAbout(News item) {
        return equals(of(item));
    }

    /// The item that the topic names, among those that somebody knows.
    Optional<News> in(List<News> known) {
        return kind == Kind.NEWS ? known.stream().filter(this::isAbout).findFirst() : Optional.empty();
    }
}
