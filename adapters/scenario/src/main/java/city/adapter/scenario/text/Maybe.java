package city.adapter.scenario.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// Advice for a word that is nearly right.
public final class Maybe {
    /// A longer word is cut before it is compared.
    private static final int MAX_LENGTH = 60;

    private Maybe() {}

    /// ` Maybe you meant "…".`, or nothing when no known word is within a third of the word's length.
    public static String meant(String word, Collection<String> known) {
        var asked = cut(word);
        int limit = Math.max(1, asked.length() / 3);
        return known.stream()
                .filter(it -> distance(asked, cut(it)) <= limit)
                .min(Comparator.comparingInt((String it) -> distance(asked, cut(it)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(" Maybe you meant \"%s\"."::formatted)
                .orElse("");
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
    }

    /// Insertions, deletions and replacements that make one of the other (Levenshtein 1966).
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
