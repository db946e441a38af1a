package city.agents.application;

import city.agents.domain.talk.Grammar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The grammar that comes with this module.
final class GrammarText {
    private static final String RESOURCE = "talk.txt";

    private GrammarText() {}

    static Grammar read() {
        try (var text = GrammarText.class.getResourceAsStream(RESOURCE)) {
            if (text == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the module");
            }
            return Grammar.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
