package city.world.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import city.world.spi.Keyframes.Damaged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowBlockTest {
    @Property(tries = 60)
    void whatWasCutIsReadBackToTheSameSum(@ForAll long seed, @ForAll @IntRange(max = 5_000) int rows) {
        var table = filled(seed, rows);

        var back = new ArrayList<Table>();
        for (var block : RowBlock.cut(table, table.publish())) {
            RowBlock.read(block, shape -> known(back, shape));
        }

        long sum = back.stream().peek(Table::drain).mapToInt(Table::count).sum();
        assertThat(sum).isEqualTo(table.count());
        assertThat(back).allMatch(it -> it.checksum().equals(table.checksum()));
    }

    @Test
    void theSameRowsGiveTheSameBytesWhateverCameBefore() {
        var straight = filled(3, 500);
        var crooked = filled(3, 500);
        crooked.add(10_000);
        crooked.publish();
        crooked.remove(10_000);

        assertThat(bytes(crooked)).isEqualTo(bytes(straight));
    }

    @Test
    void anEmptyTableHasNoBlock() {
        assertThat(RowBlock.cut(filled(1, 0), filled(1, 0).publish())).isEmpty();
    }

    @Test
    void aBlockThatEndsEarlyIsSaidToBeDamaged() {
        var block = HexFormat.of().parseHex(bytes(filled(2, 20)).getFirst());

        for (int length = 0; length < block.length; length++) {
            var cut = Arrays.copyOf(block, length);
            assertThatThrownBy(() -> RowBlock.read(cut, TableShape::fresh)).isInstanceOf(Damaged.class);
        }
    }

    private static Table known(List<Table> tables, TableShape shape) {
        if (tables.isEmpty()) {
            tables.add(shape.fresh());
        }
        return tables.getFirst();
    }

    private static List<String> bytes(Table table) {
        var blocks = new ArrayList<String>();
        RowBlock.cut(table, table.publish())
                .forEach(it -> blocks.add(HexFormat.of().formatHex(it)));
        return blocks;
    }

    /// A table of every type of column with holes between its rows.
    private static Table filled(long seed, int rows) {
        var table = new Table("test", "all");
        var coins = table.longs("coins");
        var rank = table.ints("rank");
        var name = table.texts("name");
        var id = table.uuids("id");
        var plan = table.bytes("plan");
        var chance = new Random(seed);
        int row = 0;
        for (int i = 0; i < rows; i++) {
            row += 1 + chance.nextInt(3);
            table.add(row);
            coins.set(row, chance.nextLong());
            rank.set(row, chance.nextInt());
            name.set(row, "é\uD83C\uDFD9" + chance.nextInt(100));
            id.set(row, new UUID(chance.nextLong(), chance.nextLong()));
            plan.set(row, new byte[] {(byte) i, 0, -1});
        }
        table.drain();
        return table;
    }
}
