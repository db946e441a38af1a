package city.adapter.scenario.text;

import city.economy.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A single text, number or flag of a file, and what it must be. Where it is something else, that is a fault, and the
/// verb answers with the nearest harmless value.
public record Value(Place place, String raw, boolean isText, Faults faults, Asked asked) {
    static Value of(ScalarNode node, Place place, Faults faults) {
        boolean quoted = !node.isPlain();
        return new Value(place, node.getValue(), quoted || Tag.STR.equals(node.getTag()), faults, Asked.OF_NOBODY);
    }

    public void refuse(String reason) {
        faults.add(place, reason);
    }

    /// @param maxLength in characters
    public String text(int maxLength) {
        asked.text(maxLength);
        if (!isText) {
            refuse("must be a text: %s. Maybe put it in quotes.".formatted(raw));
        } else if (raw.isBlank() || raw.length() > maxLength) {
            refuse("must have 1 to %d characters: %d"
                    .formatted(maxLength, raw.strip().length()));
        } else if (!canBeKept(raw)) {
            refuse("must be text without NUL and unpaired surrogates");
        } else {
            return raw.strip();
        }
        return "?";
    }

    private static boolean canBeKept(String text) {
        return text.codePoints()
                .noneMatch(it -> it == 0 || it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
    }

    public long number(long min, long max) {
        asked.number(min, max);
        long number;
        try {
            number = Long.parseLong(raw);
        } catch (NumberFormatException notANumber) {
            refuse("must be a whole number: \"%s\"".formatted(raw));
            return min;
        }
        if (number < min || number > max) {
            refuse("must be %d to %d: %d".formatted(min, max, number));
            return min;
        }
        return number;
    }

    /// A decimal with at most two places, not negative.
    public Money money(Money max) {
        asked.money(max);
        try {
            var money = Money.parse(raw);
            if (money.isNegative()) {
                refuse("must not be negative: " + raw);
            } else if (money.compareTo(max) > 0) {
                refuse("must be at most %s: %s".formatted(max, raw));
            } else {
                return money;
            }
        } catch (IllegalArgumentException notMoney) {
            refuse(String.valueOf(notMoney.getMessage()));
        }
        return Money.ZERO;
    }

    public boolean flag() {
        asked.flag();
        if (!raw.equals("true") && !raw.equals("false")) {
            refuse("must be true or false: \"%s\"".formatted(raw));
        }
        return raw.equals("true");
    }

    /// One of an enum's constants, in lower case.
    public <E extends Enum<E>> E choice(List<E> choices) {
        var names =
                choices.stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
        return choices.get(names.indexOf(word(names)));
    }

    /// One of some words; the first of them where it is none.
    public String word(List<String> words) {
        asked.words(words);
        if (words.contains(raw)) {
            return raw;
        }
        refuse("must be %s%s: \"%s\".%s"
                .formatted(words.size() > 1 ? "one of " : "", String.join(", ", words), raw, Maybe.meant(raw, words)));
        return words.getFirst();
    }

    /// The text as it stands, for who reads it further and refuses what is wrong with it.
    ///
    /// @param pattern what it is like, so far as a regular expression can say it
    public String raw(String pattern) {
        asked.like(pattern);
        return raw;
    }

    public <E extends Enum<E>> E choice(Class<E> type) {
        return choice(Arrays.asList(type.getEnumConstants()));
    }
}
