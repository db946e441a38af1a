package city.agents.domain.talk;

import city.agents.Persona;
import city.agents.Persona.Traits;
import java.util.List;
import java.util.Set;

/// What of a persona shows in its words.
final class Voice {
    /// What somebody always says: each resident has one of these, for ever.
    static final List<String> TICS = List.of(
            "mind you",
            "that is how it is",
            "as my mother used to say",
            "and that is the truth",
            "one way or the other",
            "as true as I stand here",
            "I say it as I see it",
            "so help me",
            "believe me or not",
            "and I have seen a thing or two",
            "you may laugh",
            "such is life",
            "if you ask me",
            "no more and no less",
            "I am only saying",
            "all things in their time",
            "it is what it is, and I have made my peace",
            "as they say where I come from",
            "I would bet a loaf on it",
            "let that be said",
            "and there is an end of it",
            "my word on it",
            "there you have it",
            "what will be will be",
            "or I am no judge of people",
            "and not only on Sundays",
            "as far as I can see from my window",
            "that much I know",
            "cross my heart",
            "and I do not say that lightly");

    /// Goods of which one says no number.
    private static final Set<String> UNCOUNTED = Set.of(
            "ale", "beer", "bread", "butter", "cheese", "cider", "coal", "fish", "flour", "fruit", "grain", "honey",
            "meat", "milk", "soup", "stew", "tea", "wine", "wood", "wool");

    private static final int MUCH = 62;
    private static final int LITTLE = 38;

    private Voice() {}

    static void tag(Traits traits, Facts facts) {
        pair(facts, traits.extraversion(), "bold", "shy");
        pair(facts, traits.agreeableness(), "kind", "blunt");
        pair(facts, traits.neuroticism(), "anxious", "calm");
        pair(facts, traits.conscientiousness(), "orderly", "careless");
        pair(facts, traits.openness(), "curious", "settled");
        pair(facts, traits.earliness(), "lark", "owl");
    }

    /// One of the sentences that describe somebody, in quotes; another every day.
    static String way(Persona persona, long day) {
        var sentences = List.of(persona.text().strip().split("(?<=[.!]) "));
        var sentence = sentences.get((int) Math.floorMod(day, (long) sentences.size()));
        return sentence.isEmpty() ? "" : "\"" + Sentences.withoutEnd(sentence) + "\"";
    }

    static String asGood(String name) {
        return UNCOUNTED.contains(name) ? name : Sentences.withArticle(name);
    }

    private static void pair(Facts facts, int trait, String much, String little) {
        facts.tag(much, trait >= MUCH).tag(little, trait <= LITTLE);
    }
}
