package city.economy.domain;

import city.economy.Good;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The goods of the city, numbered in founding order; a good's number is its row. They do not change after the
/// founding.
public final class Goods {
    public static final int NONE = -1;

    private final Table table = new Table("economy", "goods");
    private final TextColumn name = table.texts("name");
    private final IntColumn nourish = table.ints("nourish_per_mille");
    private final IntColumn cheer = table.ints("cheer_per_mille");
    private final IntColumn onTheSpot = table.ints("on_the_spot");
    private final Map<String, Integer> numbers = new HashMap<>();
    private List<Good> list = List.of();

    public Table table() {
        return table;
    }

    public void reindex() {
        numbers.clear();
        var goods = new ArrayList<Good>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            goods.add(new Good(name.get(row), nourish.get(row), cheer.get(row), onTheSpot.get(row) == 1));
            numbers.put(name.get(row), row);
        }
        list = List.copyOf(goods);
    }

    public void found(List<Good> goods) {
        for (var good : goods) {
            int row = table.add();
            name.set(row, good.name());
            nourish.set(row, good.nourishPerMille());
            cheer.set(row, good.cheerPerMille());
            onTheSpot.set(row, good.onTheSpot() ? 1 : 0);
        }
        reindex();
    }

    public List<Good> list() {
        return list;
    }

    public int count() {
        return list.size();
    }

    /// @throws IllegalArgumentException when there is no such good
    public Good get(int good) {
        if (good < 0 || good >= list.size()) {
            throw new IllegalArgumentException("good must be 0 until %d: %d".formatted(list.size(), good));
        }
        return list.get(good);
    }

    /// @return the number, or {@link #NONE}
    public int find(String good) {
        return numbers.getOrDefault(good, NONE);
    }

    int countAt(Snapshot snapshot) {
        return snapshot.of(table).rows();
    }

    String nameAt(Snapshot snapshot, int good) {
        return snapshot.of(table).get(name, good);
    }
}
