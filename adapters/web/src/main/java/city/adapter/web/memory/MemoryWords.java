package city.adapter.web.memory;

import city.adapter.web.input.Ids;
import city.adapter.web.input.JsonBody;
import city.adapter.web.problem.Refused;
import city.memory.Memories.Position;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryCommand.Remember;
import city.memory.MemoryId;
import city.memory.Recollection;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Between memories and the words of the API.
final class MemoryWords {
    /// Summaries are made in sleep; nobody gives one.
    private static final List<Kind> GIVEN = List.of(Kind.OBSERVATION, Kind.CONVERSATION, Kind.INSIGHT);

    private static final int DECIMALS = 3;

    private MemoryWords() {}

    static Kind kind(String word) {
        var kinds = Arrays.asList(Kind.values());
        return find(kinds, word).orElseThrow(() -> Refused.parameter("type", "must be one of " + words(kinds)));
    }

    /// Reads the whole body.
    static Remember remember(ResidentId resident, JsonBody body) {
        var content = body.require("content").text("content", 1, Memory.MAX_TEXT);
        var kind = body.text("type", 1, Memory.MAX_TEXT)
                .map(word -> find(GIVEN, word).or(() -> body.wrong("type", "must be one of " + words(GIVEN))))
                .orElse(Optional.of(Kind.OBSERVATION));
        var importance = body.decimal("importance")
                .flatMap(it -> it >= 0 && it <= 1
                        ? Optional.of((int) Math.round(it * Memory.FULL))
                        : body.wrong("importance", "must be 0 to 1: " + it));
        boolean pinned = body.flag("pinned").orElse(false);
        body.finish();
        return new Remember(resident, kind.orElse(Kind.OBSERVATION), content.orElseThrow(), importance, pinned);
    }

    static MemoryView.Item item(Recollection recollection, CityClock clock) {
        var score = recollection.score();
        return item(
                recollection.memory(),
                clock,
                new MemoryView.Score(
                        decimal(score.recency()),
                        decimal(score.importance()),
                        decimal(score.relevance()),
                        decimal(score.total())));
    }

    static MemoryView.Item item(Memory memory, CityClock clock) {
        return item(memory, clock, null);
    }

    static String cursor(Memory last) {
        return "%d-%s".formatted(last.madeAt(), last.id().value());
    }

    static Position position(String cursor) {
        int dash = cursor.indexOf('-');
        try {
            if (dash > 0) {
                long madeAt = Long.parseLong(cursor.substring(0, dash));
                var id = Ids.parse(cursor.substring(dash + 1));
                if (id.isPresent() && madeAt >= 0) {
                    return new Position(madeAt, new MemoryId(id.get()));
                }
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw Refused.parameter("cursor", "must be the next of a page before");
    }

    private static MemoryView.Item item(Memory memory, CityClock clock, MemoryView.@Nullable Score score) {
        return new MemoryView.Item(
                memory.id().value(),
                memory.resident().value(),
                word(memory.kind()),
                memory.text(),
                BigDecimal.valueOf(memory.importance(), DECIMALS),
                memory.madeAt(),
                clock.at(memory.madeAt()),
                clock.at(memory.lastAccessedAt()),
                memory.accesses(),
                memory.pinned(),
                memory.evidence(),
                score);
    }

    private static Optional<Kind> find(List<Kind> kinds, String word) {
        return kinds.stream().filter(it -> word(it).equals(word)).findFirst();
    }

    private static String words(List<Kind> kinds) {
        return kinds.stream().map(MemoryWords::word).collect(Collectors.joining(", "));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
