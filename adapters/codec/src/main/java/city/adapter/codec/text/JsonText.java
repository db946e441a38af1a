package city.adapter.codec.text;

/// JSON text in the making. Written by hand and not by a library, because the text is hashed: a library's next
/// version may not change it. Strings are escaped as in RFC 8785, section 3.2.2.2: quote, backslash and what is
/// below U+0020, no more.
public final class JsonText {
    /// An event takes about 200 characters; what is longer grows by doubling.
    private static final int USUAL_LENGTH = 256;

    private static final String UNWRITABLE = "must not hold U+0000 or half a surrogate pair: ";
    private static final String HEX = "0123456789abcdef";
    private static final int QUOTED_AT_MOST = 80;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    /// Appends what is JSON already.
    public JsonText raw(String json) {
        text.append(json);
        return this;
    }

    public JsonText raw(char json) {
        text.append(json);
        return this;
    }

    public JsonText integer(long value) {
        text.append(value);
        return this;
    }

    /// @throws IllegalArgumentException when the value is not {@link #isWritable}
    public JsonText string(String value) {
        if (isPlain(value)) {
            text.append('"').append(value).append('"');
            return this;
        }
        if (!isWritable(value)) {
            throw new IllegalArgumentException(unwritable(value));
        }
        escape(value, text);
        return this;
    }

    /// False for what UTF-8 (half of a surrogate pair) or a text column of PostgreSQL (U+0000) cannot hold:
    /// it would come back as something else, and a replay would part from the run.
    public static boolean isWritable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    public static String unwritable(String value) {
        return UNWRITABLE + quote(value);
    }

    /// The value as it may stand in a message: in quotes, cut after 80 characters, all that is odd escaped.
    public static String quote(String value) {
        String shown = value.length() > QUOTED_AT_MOST ? value.substring(0, QUOTED_AT_MOST) + "…" : value;
        var quoted = new StringBuilder(shown.length() + 2);
        escape(shown, quoted);
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (Character.isSurrogate(c)) {
                quoted.setCharAt(i, '?');
            }
        }
        return quoted.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static void escape(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> escapeControl(c, out);
            }
        }
        out.append('"');
    }

    private static void escapeControl(char c, StringBuilder out) {
        if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            out.append(c);
        }
    }
}
