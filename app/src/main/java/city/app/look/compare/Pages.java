package city.app.look.compare;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// What is too long for memory, one page of it at a time, up to a tick.
final class Pages<T> implements Iterator<T> {
    private final LongFunction<List<T>> pageAfter;
    private final ToLongFunction<T> number;
    private final ToLongFunction<T> tick;
    private final long toTick;
    private Iterator<T> page;
    private boolean ended;
    private long last;

    /// @param pageAfter what follows a number, in order; empty at the end
    /// @param first     the number before the first
    /// @param tick      of an item; never falls
    Pages(LongFunction<List<T>> pageAfter, long first, ToLongFunction<T> number, ToLongFunction<T> tick, long toTick) {
        this.pageAfter = pageAfter;
        this.number = number;
        this.tick = tick;
        this.toTick = toTick;
        this.last = first;
        this.page = upToTick(first);
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !ended) {
            page = upToTick(last);
            ended = !page.hasNext();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the end was reached");
        }
        var item = page.next();
        last = number.applyAsLong(item);
        return item;
    }

    private Iterator<T> upToTick(long after) {
        return pageAfter.apply(after).stream()
                .takeWhile(it -> tick.applyAsLong(it) <= toTick)
                .iterator();
    }
}
