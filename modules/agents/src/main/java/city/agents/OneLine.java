package city.agents;

import java.util.regex.Pattern;

/// Words of others as one line of limited length. What is longer is cut between characters and ends with an ellipsis.
public final class OneLine {
    private static final Pattern GAP = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\s]+");

    private OneLine() {}

    public static String of(String text, int maxLength) {
        var line = GAP.matcher(text).replaceAll(" ").strip();
        if (line.length() <= maxLength) {
            return line;
        }
        int end = maxLength - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
