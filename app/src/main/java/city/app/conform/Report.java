package city.app.conform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with a mind, by kind, in lines for people.
final class Report {
    /// Of each kind no more than this is told; the rest is counted.
    private static final int MOST_OF_A_KIND = 5;

    private final Map<String, List<String>> wrong = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private int unsaidNotes;
    private final Map<String, Integer> unsaid = new LinkedHashMap<>();
    private String summary = "";

    void wrong(String kind, String what) {
        var said = wrong.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (said.size() < MOST_OF_A_KIND) {
            said.add(what);
        } else {
            unsaid.merge(kind, 1, Integer::sum);
        }
    }

    void note(String what) {
        if (notes.size() < MOST_OF_A_KIND) {
            notes.add(what);
        } else {
            unsaidNotes++;
        }
    }

    void summarise(int asked, int done, int refused) {
        summary = "%d questions, %d answers done, %d refused by the rules".formatted(asked, done, refused);
    }

    boolean isFine() {
        return wrong.isEmpty();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(summary);
        notes.forEach(it -> lines.add(line("note", "", it)));
        if (unsaidNotes > 0) {
            lines.add(line("note", "", "and %d more".formatted(unsaidNotes)));
        }
        wrong.forEach((kind, all) -> {
            all.forEach(it -> lines.add(line("wrong", kind, it)));
            if (unsaid.containsKey(kind)) {
                lines.add(line("wrong", kind, "and %d more".formatted(unsaid.get(kind))));
            }
        });
        lines.add(isFine() ? "the mind does what it should" : "the mind must be mended");
        return lines;
    }

    private static String line(String level, String kind, String what) {
        return "%-5s  %-9s  %s".formatted(level, kind, what);
    }
}
