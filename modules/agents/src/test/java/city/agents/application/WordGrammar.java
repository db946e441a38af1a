package city.agents.application;

import city.agents.Action;
import city.agents.domain.prompt.Handles;
import city.agents.spi.ActionGrammar;

/// Actions in a word or two, for tests.
final class WordGrammar implements ActionGrammar {
    @Override
    public String schema() {
        return "{}";
    }

    @Override
    public Reading read(String answer, Handles handles) {
        var words = answer.split(" ");
        return switch (words[0]) {
            case "rest" -> new Reading.Understood(new Action.Rest(30), "I am tired.");
            case "use" -> new Reading.Understood(new Action.Use(words[1]), "I am hungry.");
            default -> new Reading.Unusable("type: is none: " + words[0]);
        };
    }
}
