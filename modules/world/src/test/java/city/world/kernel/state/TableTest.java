package city.world.kernel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class TableTest {
    /// One of each width.
    private static final long[] SIZES = {0, -7, 1_000, Long.MIN_VALUE};

    private final Table table = new Table("test", "things");
    private final LongColumn size = table.longs("size");
    private final TextColumn name = table.texts("name");
    private final UuidColumn id = table.uuids("id");
    private final BytesColumn bytes = table.bytes("bytes");

    @Test
    void aNewRowIsInsertedOnceAndThenUpdated() {
        table.add();
        assertThat(table.drain().inserted()).containsExactly(0);
        table.stored();
        size.set(0, 7);

        assertThat(table.drain().inserted()).isEmpty();
        assertThat(table.drain().updated()).containsExactly(0);
    }

    @Test
    void drainingIsRepeatableUntilTheRecordHasTheChanges() {
        table.add();
        var first = table.drain().size();

        assertThat(table.drain().size()).isEqualTo(first);
        table.stored();
        assertThat(table.drain().isEmpty()).isTrue();
    }

    @Test
    void aRowThatComesAndGoesWithinAGroupIsNothingToTheRecord() {
        table.add();
        table.remove(0);

        assertThat(table.drain().isEmpty()).isTrue();
        assertThat(table.checksum()).isEqualTo(Checksum.ZERO);
    }

    @Test
    void aRowThatGoesAndComesWithinAGroupIsUpdated() {
        table.add();
        size.set(0, 7);
        table.drain();
        table.stored();
        table.remove(0);
        table.add();

        assertThat(size.get(0)).isZero();
        assertThat(table.drain().updated()).containsExactly(0);
    }

    @Test
    void aRemovedRowIsDeletedAndItsNumberIsGivenOutAgain() {
        table.add();
        table.add();
        table.drain();
        table.stored();
        table.remove(0);

        assertThat(table.drain().deleted()).containsExactly(0);
        assertThat(table.add()).isZero();
    }

    @Test
    void writingTheSameValueChangesNothing() {
        table.add();
        name.set(0, "ann");
        table.drain();
        table.stored();
        name.set(0, "ann");

        assertThat(table.drain().isEmpty()).isTrue();
    }

    @Test
    void changesNameTheColumnsThatWereWritten() {
        table.add();
        table.drain();
        table.stored();
        size.set(0, 7);
        name.set(0, "");

        assertThat(table.drain().written()).containsExactly(size);
        table.stored();
        assertThat(table.drain().written()).isEmpty();
        name.set(0, "seven");
        table.stored();
        table.remove(0);
        table.add();
        assertThat(table.drain().written()).containsExactly(size, name);
    }

    @Test
    void aRowThatDoesNotExistCannotBeWritten() {
        table.add();

        assertThatThrownBy(() -> size.set(3, 9)).hasMessage("test.things: row 3 does not exist");
        table.add(3);
        assertThat(size.get(3)).isZero();
    }

    @Test
    void clearingAndLoadingTheSameRowsGivesTheSameChecksum() {
        fill(500);
        var before = table.drain();
        table.stored();
        var checksum = table.checksum();
        table.clear();
        assertThat(table.checksum()).isEqualTo(Checksum.ZERO);
        assertThat(table.publish().rows()).isZero();
        fill(500);

        assertThat(table.drain().inserted()).isEqualTo(before.inserted());
        assertThat(table.checksum()).isEqualTo(checksum);
        table.stored();
        assertThat(table.drain().isEmpty()).isTrue();
    }

    @Test
    void anOldViewKeepsWhatItShowed() {
        fill(600);
        var old = table.publish();
        size.set(300, -1);
        table.remove(5);
        table.add(900);

        var young = table.publish();

        assertThat(old.get(size, 300)).isEqualTo(300);
        assertThat(old.exists(5)).isTrue();
        assertThat(old.rows()).isEqualTo(600);
        assertThat(young.get(size, 300)).isEqualTo(-1);
        assertThat(young.exists(5)).isFalse();
        assertThat(young.get(id, 299)).isEqualTo(new UUID(299, -299));
    }

    @Test
    void aViewKnowsTheGapBeforeALonelyRow() {
        table.add(10);
        table.publish();
        table.add(2000);

        var view = table.publish();

        assertThat(view.exists(10)).isTrue();
        assertThat(view.exists(200)).isFalse();
        assertThat(view.exists(1000)).isFalse();
        assertThat(view.get(size, 200)).isZero();
        assertThat(view.get(name, 1000)).isEmpty();
        assertThat(view.exists(2000)).isTrue();
        assertThat(view.exists(2001)).isFalse();
    }

    @Test
    void aViewWithoutChangesIsTheSame() {
        fill(10);
        assertThat(table.publish()).isSameAs(table.publish());
    }

    /// Whatever is done to a table, its running checksum is that of a table which is filled with the same rows at
    /// once; its changes turn the record into the table; its view shows the table.
    @Property(tries = 300)
    void theRunningChecksumIsTheRecountAndTheChangesAreTheDifference(@ForAll("deeds") List<Deed> deeds) {
        new TableTest().checkAfter(deeds);
    }

    private void checkAfter(List<Deed> deeds) {
        var record = new TreeMap<Integer, String>();
        for (var deed : deeds) {
            perform(deed, record);
        }
        commit(record);

        var recount = new TableTest();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            recount.table.add(row);
            recount.size.set(row, size.get(row));
            recount.name.set(row, name.get(row));
            recount.bytes.set(row, bytes.get(row));
        }
        recount.table.drain();
        assertThat(table.checksum()).isEqualTo(recount.table.checksum());
        assertThat(record).isEqualTo(contents());
        assertThat(contentsOf(table.publish())).isEqualTo(contents());
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        var rows = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 6)),
                Tuple.of(1, Arbitraries.integers().between(250, 1200)));
        return Combinators.combine(
                        Arbitraries.of(Verb.values()),
                        rows,
                        Arbitraries.integers().between(0, 3))
                .as(Deed::new)
                .list()
                .ofMaxSize(60);
    }

    enum Verb {
        ADD,
        REMOVE,
        WRITE,
        COMMIT,
        PUBLISH
    }

    record Deed(Verb verb, int row, int value) {}

    private void perform(Deed deed, Map<Integer, String> record) {
        switch (deed.verb()) {
            case ADD -> {
                if (!table.exists(deed.row())) {
                    table.add(deed.row());
                }
            }
            case REMOVE -> {
                if (table.exists(deed.row())) {
                    table.remove(deed.row());
                }
            }
            case WRITE -> {
                if (table.exists(deed.row())) {
                    size.set(deed.row(), SIZES[deed.value()]);
                    name.set(deed.row(), "n".repeat(deed.value()));
                    bytes.set(deed.row(), new byte[deed.value()]);
                }
            }
            case COMMIT -> commit(record);
            case PUBLISH -> table.publish();
        }
    }

    private void commit(Map<Integer, String> record) {
        var changes = table.drain();
        for (int row : changes.deleted()) {
            assertThat(record.remove(row)).as("deleted").isNotNull();
        }
        for (int row : changes.inserted()) {
            assertThat(record.put(row, textOf(row))).as("inserted").isNull();
        }
        for (int row : changes.updated()) {
            assertThat(record.put(row, textOf(row))).as("updated").isNotNull();
        }
        table.stored();
    }

    private Map<Integer, String> contents() {
        var contents = new TreeMap<Integer, String>();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            contents.put(row, textOf(row));
        }
        return contents;
    }

    private Map<Integer, String> contentsOf(TableView view) {
        var contents = new TreeMap<Integer, String>();
        for (int row = 0; row < view.rows(); row++) {
            if (view.exists(row)) {
                contents.put(row, view.get(size, row) + view.get(name, row) + view.get(bytes, row).length);
            }
        }
        return contents;
    }

    private String textOf(int row) {
        return size.get(row) + name.get(row) + bytes.get(row).length;
    }

    private void fill(int rows) {
        for (int row = 0; row < rows; row++) {
            table.add(row);
            size.set(row, row);
            name.set(row, "row " + row);
            id.set(row, new UUID(row, -row));
        }
    }
}
