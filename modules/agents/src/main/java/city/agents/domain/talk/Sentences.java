package city.agents.domain.talk;

import java.util.Locale;
import java.util.stream.Stream;

/// Makes one text of parts: capitals where sentences begin, one space between words.
final class Sentences {
    /// Shorter sentences may be said twice.
    private static final int ECHO = 10;

    private Sentences() {}

    static String tidy(String words) {
        var text = new StringBuilder(words.strip().replaceAll(" +", " "));
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (begins && Character.isLetterOrDigit(at)) {
                text.setCharAt(i, Character.toUpperCase(at));
                begins = false;
            } else if (at == '.' || at == '!' || at == '?') {
                begins = i + 1 < text.length() && text.charAt(i + 1) == ' ';
            }
        }
        return text.toString();
    }

    /// A sentence as part of another: `To learn a trade.` becomes `to learn a trade`.
    static String clause(String sentence) {
        var text = withoutEnd(sentence);
        boolean name = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return text.isEmpty() || name || text.startsWith("I ")
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /// Without the marks at its end.
    static String withoutEnd(String sentence) {
        var text = sentence.strip();
        while (text.endsWith(".") || text.endsWith("!")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    /// Whether two texts have a sentence in common, but for the shortest.
    static boolean echoes(String words, String before) {
        return Stream.of(words.split("(?<=[.!?]) ")).anyMatch(it -> it.length() >= ECHO && before.contains(it));
    }

    /// `a baker`, `an innkeeper`.
    static String withArticle(String noun) {
        var text = noun.toLowerCase(Locale.ROOT);
        boolean vowel = !text.isEmpty() && "aeiou".indexOf(text.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + text;
    }

    /// The given name of somebody.
    static String givenName(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
