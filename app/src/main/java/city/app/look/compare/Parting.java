package city.app.look.compare;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// The first place at which two sequences are not the same. One of the two may have ended there.
public record Parting<T>(Optional<T> one, Optional<T> other) {
    /// Goes through both side by side, only as far as it must.
    static <T> Optional<Parting<T>> first(Iterator<T> one, Iterator<T> other) {
        while (one.hasNext() || other.hasNext()) {
            var parting = new Parting<>(next(one), next(other));
            if (!parting.one().equals(parting.other())) {
                return Optional.of(parting);
            }
        }
        return Optional.empty();
    }

    /// The least that a number of the two comes to.
    long least(ToLongFunction<T> number) {
        return Stream.of(one, other)
                .flatMap(Optional::stream)
                .mapToLong(number)
                .min()
                .orElseThrow();
    }

    private static <T> Optional<T> next(Iterator<T> items) {
        return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }
}
