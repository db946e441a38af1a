package city.agents.domain.prompt;

/// Estimates how many tokens a text has, before any provider has counted them: one for four ASCII characters, and one
/// for two bytes in UTF-8 of all others. English comes out a little high, Greek, Cyrillic and Chinese about right.
/// Counted in quarters, so that parts add up. It decides what is left out; budgets go by what cannot be exceeded.
final class Tokens {
    static final int QUARTERS = 4;

    private Tokens() {}

    static int of(String text) {
        return Math.ceilDiv(quarters(text), QUARTERS);
    }

    static int quarters(String text) {
        int quarters = 0;
        for (int i = 0; i < text.length(); ) {
            int next = text.codePointAt(i);
            quarters += quarters(next);
            i += Character.charCount(next);
        }
        return quarters;
    }

    static int quarters(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        int bytes = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        return 2 * bytes;
    }
}
