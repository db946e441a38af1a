package city.app.fire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads events out of a page of the log or a message of its stream.
public final class EventTexts {
    private static final Pattern EVENT = Pattern.compile(
            "\\{\"id\":\"([^\"]+)\",\"generation\":\\d+,\"seq\":(\\d+),\"prev_seq\":(\\d+),\"tick\":(\\d+),\"time\":\"[^\"]+\",\"type\":\"([^\"]+)\",\"topic\":\"([^\"]+)\",\"subject\":\"([^\"]+)\",\"data\":");

    private EventTexts() {}

    public static List<Logged> in(String text) {
        var found = new ArrayList<Logged>();
        var event = EVENT.matcher(text);
        while (event.find()) {
            found.add(new Logged(
                    Long.parseLong(event.group(2)),
                    event.group(1),
                    Long.parseLong(event.group(4)),
                    event.group(5),
                    event.group(6),
                    event.group(7),
                    Long.parseLong(event.group(3)),
                    Logged.contentOf(object(text, event.end()))));
        }
        return found;
    }

    /// The JSON object that begins at a place.
    private static String object(String text, int begin) {
        int depth = 0;
        boolean quoted = false;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return text.substring(begin, i + 1);
            }
        }
        throw new AssertionError("an event's values do not end: " + text.substring(begin));
    }
}
