package city.adapter.postgres.table;

import java.sql.SQLDataException;

/// Java texts that PostgreSQL cannot give back unchanged.
final class Texts {
    private static final String STATE = "22021";

    private Texts() {}

    /// The text itself. U+0000 cannot be stored, and half a surrogate pair would come back as a question mark,
    /// which would part the record from the checksum.
    ///
    /// @param where names the column, for the message
    static String storable(Object where, String text) throws SQLDataException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !isPair(text, i))) {
                throw new SQLDataException(
                        "%s must not hold U+%04X: at character %d".formatted(where, (int) c, i), STATE);
            }
        }
        return text;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
