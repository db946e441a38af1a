package city.adapter.scenario.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is wrong with a file. Reading goes on after a fault with a harmless value in its stead, so that
/// one look tells all.
public final class Faults {
    /// As many as somebody reads at a time.
    public static final int MAX_TOLD = 50;

    /// More are counted and not kept: a file of 10 MB can have a million.
    private static final int MAX_KEPT = 1000;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private int count;

    public Faults(String file) {
        this.file = file;
    }

    private record Fault(Place place, String reason) {}

    public void add(Place place, String reason) {
        count++;
        if (faults.size() < MAX_KEPT) {
            faults.add(new Fault(place, reason));
        }
    }

    public int count() {
        return count;
    }

    public boolean areNone() {
        return count == 0;
    }

    /// `FILE:LINE: path: reason`, in the order of the file, at most {@link #MAX_TOLD}.
    public List<String> told() {
        return faults.stream()
                .sorted(Comparator.comparingInt(fault -> fault.place().line()))
                .limit(MAX_TOLD)
                .map(this::tell)
                .toList();
    }

    /// How many there are beyond those told.
    public int more() {
        return Math.max(0, count - MAX_TOLD);
    }

    private String tell(Fault fault) {
        var place = fault.place();
        var path = place.path().isEmpty() ? "" : place.path() + ": ";
        return "%s:%d: %s%s".formatted(file, place.line(), path, fault.reason());
    }
}
