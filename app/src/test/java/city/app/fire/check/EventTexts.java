package city.app.fire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads events out of a page of the log or a message of its stream.
public final class EventTexts {
    private static final Pattern EVENT = Pattern.compile(
            "\\{\"id\":\"([^\"]+)\",\"generation\":\\d+,\"seq\":(\\d+),\"prev_seq\":(\\d+),\"tick\":(\\d+),\"time\":\"[^\"]+\",\"type\":\"([^\"]+)\",\"topic\":\"([^\"]+)\",\"subject\":\"([^\"]+)\"");

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
                    Long.parseLong(event.group(3))));
        }
        return found;
    }
}
