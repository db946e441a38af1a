package city.world.kernel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdIndexTest {
    private final Table table = new Table("test", "people");
    private final UuidColumn id = table.uuids("id");
    private final IdIndex index = new IdIndex(table, id);

    @Test
    void everyRowIsFoundByItsIdHoweverManyThereAre() {
        var ids = add(5_000);

        for (int row = 0; row < ids.size(); row++) {
            assertThat(index.find(ids.get(row))).isEqualTo(row);
        }
        assertThat(index.find(new UUID(1, 1))).isEqualTo(IdIndex.NONE);
    }

    /// Ids that differ only where a poor mix would lose it.
    @Test
    void idsThatAreAlikeAreTold() {
        for (int i = 0; i < 1_000; i++) {
            add(new UUID((long) i << 48, 0));
            add(new UUID(0, i + 1));
        }

        assertThat(index.find(new UUID(7L << 48, 0))).isEqualTo(14);
        assertThat(index.find(new UUID(0, 1_000))).isEqualTo(1_999);
        assertThat(index.find(new UUID(7L << 48, 1))).isEqualTo(IdIndex.NONE);
    }

    @Test
    void aViewHasOnlyTheRowsOfItsTime() {
        var early = add(100);
        var view = table.publish();
        var late = add(100);

        assertThat(index.find(view, early.get(99))).isEqualTo(99);
        assertThat(index.find(view, late.getFirst())).isEqualTo(IdIndex.NONE);
        assertThat(index.find(table.publish(), late.getFirst())).isEqualTo(100);
    }

    @Test
    void afterALoadTheIndexIsThatOfTheNewRows() {
        var before = add(100);
        table.clear();
        table.add(3);
        id.set(3, before.get(50));

        index.rebuild();

        assertThat(index.find(before.get(50))).isEqualTo(3);
        assertThat(index.find(before.get(3))).isEqualTo(IdIndex.NONE);
    }

    @Test
    void aRowThatIsPutTwiceIsThereOnce() {
        add(new UUID(1, 2));
        for (int i = 0; i < 1_000; i++) {
            index.put(0);
        }

        assertThat(index.find(new UUID(1, 2))).isZero();
        assertThat(index.find(new UUID(2, 1))).isEqualTo(IdIndex.NONE);
    }

    private List<UUID> add(int count) {
        var random = new Random(count + table.count());
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
            add(ids.getLast());
        }
        return ids;
    }

    private void add(UUID newId) {
        int row = table.add();
        id.set(row, newId);
        index.put(row);
    }
}
