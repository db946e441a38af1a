package city.adapter.web.input;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The part of a list that a page shows; its cursor is the row of the next one.
public record Part<V>(List<V> items, @Nullable String next) {
    public static <S, V> Part<V> of(List<S> all, Page page, Function<S, V> show) {
        int from = Math.min(page.fromRow(), all.size());
        int to = Math.min(from + page.limit(), all.size());
        var items = all.subList(from, to).stream().map(show).toList();
        return new Part<>(items, to < all.size() ? String.valueOf(to) : null);
    }
}
