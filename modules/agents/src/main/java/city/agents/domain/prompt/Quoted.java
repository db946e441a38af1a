package city.agents.domain.prompt;

/// Text that the city did not write, between double quotes. What could close the quote, begin a line, hide, reverse or
/// look like a mark by which some model tells its speakers apart is replaced or dropped, so that whatever it says it
/// stays one quoted field of one line.
final class Quoted {
    /// Of ASCII, as nearly every prompt is: strings of nothing else cost half, wherever they go.
    private static final String CUT = "...";

    /// Which characters are printed ASCII without those that are replaced.
    private static final boolean[] HARMLESS = harmlessOfAscii("\"`<[{>]}\\|");

    private Quoted() {}

    /// @param maxTokens what is longer is cut, and ends with an ellipsis
    static String of(String text, int maxTokens) {
        return '"' + inside(text, maxTokens) + '"';
    }

    /// The same without the quotes around it.
    static String inside(String text, int maxTokens) {
        int most = maxTokens * Tokens.QUARTERS;
        boolean isPlain = isPlain(text);
        var plain = isPlain ? text : plain(text);
        int quarters = isPlain ? text.length() : Tokens.quarters(plain);
        return quarters <= most ? plain : cut(plain, most);
    }

    private static String cut(String plain, int most) {
        int left = most - Tokens.quarters(CUT);
        int end = 0;
        while (end < plain.length()) {
            int next = plain.codePointAt(end);
            left -= Tokens.quarters(next);
            if (left < 0) {
                break;
            }
            end += Character.charCount(next);
        }
        return plain.substring(0, end).stripTrailing() + CUT;
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int next = text.codePointAt(i);
            append(next, plain);
            i += Character.charCount(next);
        }
        return plain.toString().strip();
    }

    /// Whether nothing needs to be done, as with most texts: printed ASCII without a harmful mark, single spaces
    /// within.
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next > '~' || !HARMLESS[next] || next == ' ' && before == ' ') {
                return false;
            }
            before = next;
        }
        return before != ' ';
    }

    private static boolean[] harmlessOfAscii(String harmful) {
        var harmless = new boolean['~' + 1];
        for (char it = ' '; it <= '~'; it++) {
            harmless[it] = harmful.indexOf(it) < 0;
        }
        return harmless;
    }

    private static void append(int codePoint, StringBuilder out) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> appendSpace(out);
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> out.append('\'');
            default -> out.appendCodePoint(harmless(codePoint));
        }
    }

    private static void appendSpace(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    /// Quotes of all kinds become apostrophes; brackets, in which some models' marks stand, become round.
    private static int harmless(int codePoint) {
        return switch (codePoint) {
            case '"', '`', '\u201A', '\u201E', '\u2033', '\u301D', '\u301E', '\u301F', '\uFF02', '\uFF40' -> '\'';
            case '<', '[', '{', '\uFF1C', '\uFF3B', '\uFF5B' -> '(';
            case '>', ']', '}', '\uFF1E', '\uFF3D', '\uFF5D' -> ')';
            case '\\', '|', '\uFF3C', '\uFF5C' -> '/';
            default -> codePoint;
        };
    }
}
