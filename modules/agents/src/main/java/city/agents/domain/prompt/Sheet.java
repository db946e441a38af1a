package city.agents.domain.prompt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The input in the making: lines under headings, as long as there is room. Lines come in the order of what matters,
/// whatever their sections; the first that has no room closes the sheet, so that nothing is there in place of
/// something that matters more. For one thread.
final class Sheet {
    private final Map<Section, List<String>> sections = new EnumMap<>(Section.class);
    private final int quarters;
    private int quartersLeft;

    Sheet(int maxTokens) {
        quarters = maxTokens * Tokens.QUARTERS;
        quartersLeft = quarters;
    }

    /// In the order in which they are read.
    enum Section {
        WHY("WHY YOU ARE ASKED"),
        YOU("YOU"),
        NOW("HERE AND NOW"),
        TALK("THE TALK"),
        PEOPLE("PEOPLE"),
        PLACES("PLACES YOU COULD GO TO"),
        GOODS("GOODS"),
        JOBS("JOBS YOU COULD TAKE"),
        PARTIES("PARTIES THAT YOU KNOW OF"),
        PLAN("WHAT YOU MEANT TO DO"),
        TOMORROW("TOMORROW"),
        OPINIONS("WHAT YOU THINK"),
        MEMORIES("WHAT YOU REMEMBER");

        private final String heading;

        Section(String heading) {
            this.heading = heading;
        }
    }

    /// Adds a line unless there is no room for it, or was none for one before it.
    boolean add(Section section, String line) {
        int cost = Tokens.quarters(line) + 1;
        if (!sections.containsKey(section)) {
            cost += Tokens.quarters(section.heading) + 2;
        }
        if (cost > quartersLeft) {
            quartersLeft = 0;
            return false;
        }
        quartersLeft -= cost;
        sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
        return true;
    }

    String text() {
        var text = new StringBuilder(quarters - quartersLeft);
        sections.forEach((section, lines) -> {
            text.append(text.isEmpty() ? "" : "\n").append(section.heading).append('\n');
            for (var line : lines) {
                text.append(line).append('\n');
            }
        });
        return text.toString();
    }
}
