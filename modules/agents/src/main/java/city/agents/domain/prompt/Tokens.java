package city.agents.domain.prompt;

/// Estimates how many tokens a text has, before any provider has counted them: one for four ASCII characters, and one
/// for two bytes in UTF-8 of all others. English comes out a little high, Greek, Cyrillic and Chinese about right.
/// Counted in quarters, so that parts add up. It decides what is left out; budgets go by what cannot be exceeded.
final class Tokens {
    static final int QUARTERS = 4;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private Tokens() {}

    static int of(String text) {
        return Math.ceilDiv(quarters(text), QUARTERS);
    }

    static int quarters(String text) {
        int ascii = 0;
        while (ascii < text.length() && text.charAt(ascii) < FIRST_BEYOND_ASCII) {
            ascii++;
        }
        return ascii == text.length() ? ascii : ascii + ofCodePoints(text.substring(ascii));
    }

    private static int ofCodePoints(String text) {
        return text.codePoints().map(Tokens::quarters).sum();
    }

    static int quarters(int codePoint) {
        if (codePoint < FIRST_BEYOND_ASCII) {
            return 1;
        }
        int bytes = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        return 2 * bytes;
    }
}
