package city.agents.domain.prompt;

import city.agents.Life.Values;
import city.agents.Persona.Traits;
import java.util.ArrayList;
import java.util.List;

/// Traits and values in words. What is like most people is not worth one.
final class Leanings {
    private static final int LITTLE = 30;
    private static final int MUCH = 70;

    private Leanings() {}

    /// As `curious, careful, an early riser`; empty for somebody like most.
    static String words(Traits traits) {
        var words = new ArrayList<String>();
        add(words, traits.openness(), "set in your ways", "curious");
        add(words, traits.conscientiousness(), "careless", "careful");
        add(words, traits.extraversion(), "reserved", "outgoing");
        add(words, traits.agreeableness(), "blunt", "kind");
        add(words, traits.neuroticism(), "calm", "easily worried");
        add(words, traits.earliness(), "a night owl", "an early riser");
        return String.join(", ", words);
    }

    /// As `custom, getting on`, what is held dear; empty where nothing stands out.
    static String words(Values values) {
        var words = new ArrayList<String>();
        add(words, values.tradition(), "", "custom");
        add(words, values.achievement(), "", "getting on");
        add(words, values.benevolence(), "", "the good of others");
        add(words, values.stimulation(), "", "what is new");
        add(words, values.security(), "", "to be on the safe side");
        return String.join(", ", words);
    }

    private static void add(List<String> words, int value, String little, String much) {
        var word = value <= LITTLE ? little : value >= MUCH ? much : "";
        if (!word.isEmpty()) {
            words.add(word);
        }
    }
}
