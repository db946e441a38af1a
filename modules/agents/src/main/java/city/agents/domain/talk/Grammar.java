package city.agents.domain.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A context-free grammar whose alternatives have weights and conditions. Which alternative is taken is drawn among
/// those that hold; one that cannot be completed gives way to another. Immutable, so any thread may speak by it.
public final class Grammar {
    private static final Pattern PIECE = Pattern.compile("\\{([a-z]+)}|<([a-z-]+)>|[^{<]+");
    private static final Pattern ALTERNATIVE = Pattern.compile("(?:\\[([^]]*)] *)?(?:(\\d+)\\| *)?(.*)");

    /// Rules that have an alternative of their own for each topic: `say` of weather is `say-weather`.
    private static final Set<String> BY_TOPIC = Set.of("say", "agree", "more", "differ");

    private final Map<String, List<Alternative>> rules;

    private Grammar(Map<String, List<Alternative>> rules) {
        this.rules = rules;
    }

    /// @param tags must hold; with a `!` before it, must not
    private record Alternative(int weight, List<String> tags, List<Piece> pieces) {
        boolean fits(Facts facts) {
            return tags.stream().allMatch(it -> it.startsWith("!") ? !facts.holds(it.substring(1)) : facts.holds(it));
        }
    }

    private sealed interface Piece {
        record Text(String text) implements Piece {}

        record Slot(String name) implements Piece {}

        record Rule(String name) implements Piece {}
    }

    /// Reads the text of a grammar; how it is written stands at its head.
    ///
    /// @throws IllegalArgumentException when a rule is named that is not there
    public static Grammar parse(String text) {
        var rules = new HashMap<String, List<Alternative>>();
        var current = new ArrayList<Alternative>();
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                current.add(alternative(line.strip()));
            } else {
                current = new ArrayList<>();
                rules.put(line.strip(), current);
            }
        }
        var grammar = new Grammar(rules);
        grammar.requireRules();
        return grammar;
    }

    /// A sentence or some by a rule, as people write them; empty when no alternative can be completed.
    ///
    /// @param topic for the rules that differ by topic
    Optional<String> say(String rule, String topic, Facts facts, Draw draw) {
        var words = new StringBuilder();
        return expand(rule, topic, facts, draw, words)
                ? Optional.of(Sentences.tidy(words.toString()))
                : Optional.empty();
    }

    private boolean expand(String rule, String topic, Facts facts, Draw draw, StringBuilder words) {
        var name = BY_TOPIC.contains(rule) ? rule + "-" + topic : rule;
        var open = new ArrayList<>(rules.getOrDefault(name, List.of()).stream()
                .filter(it -> it.fits(facts))
                .toList());
        int length = words.length();
        while (!open.isEmpty()) {
            if (complete(open.remove(pick(open, draw)), topic, facts, draw, words)) {
                return true;
            }
            words.setLength(length);
        }
        return false;
    }

    private boolean complete(Alternative chosen, String topic, Facts facts, Draw draw, StringBuilder words) {
        for (var piece : chosen.pieces()) {
            boolean done =
                    switch (piece) {
                        case Piece.Text(var text) -> !words.append(text).isEmpty();
                        case Piece.Slot(var name) ->
                            facts.find(name).map(words::append).isPresent();
                        case Piece.Rule(var name) -> expand(name, topic, facts, draw, words);
                    };
            if (!done) {
                return false;
            }
        }
        return true;
    }

    private static int pick(List<Alternative> open, Draw draw) {
        int total = open.stream().mapToInt(Alternative::weight).sum();
        int drawn = draw.below(total);
        int at = 0;
        while (drawn >= open.get(at).weight()) {
            drawn -= open.get(at++).weight();
        }
        return at;
    }

    private static Alternative alternative(String line) {
        var parts = ALTERNATIVE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("alternative must be [tags] weight| text: \"%s\"".formatted(line));
        }
        var tags = parts.group(1) == null
                ? List.<String>of()
                : List.of(parts.group(1).split(" "));
        int weight = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return new Alternative(weight, tags, pieces(parts.group(3)));
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var found = PIECE.matcher(text);
        while (found.find()) {
            if (found.group(1) != null) {
                pieces.add(new Piece.Slot(found.group(1)));
            } else if (found.group(2) != null) {
                pieces.add(new Piece.Rule(found.group(2)));
            } else {
                pieces.add(new Piece.Text(found.group()));
            }
        }
        return List.copyOf(pieces);
    }

    private void requireRules() {
        var missing = new TreeSet<String>();
        rules.values().stream()
                .flatMap(List::stream)
                .flatMap(it -> it.pieces().stream())
                .filter(Piece.Rule.class::isInstance)
                .map(it -> ((Piece.Rule) it).name())
                .filter(it -> !BY_TOPIC.contains(it) && !rules.containsKey(it))
                .forEach(missing::add);
        for (var topic : Topic.Kind.values()) {
            BY_TOPIC.stream()
                    .map(it -> it + "-" + topic.word())
                    .filter(it -> !rules.containsKey(it))
                    .forEach(missing::add);
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the grammar must have the rules " + missing);
        }
    }
}
