package city.world.kernel.history;

import city.world.kernel.Event;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.Machine;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import city.world.kernel.state.TextColumn;
import city.world.spi.Codec;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import city.world.spi.Keyframes;
import city.world.spi.Keyframes.Damaged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a keyframe holds: every declared table, and the events that the bus had still to deliver, for the log may have
/// lost them when the keyframe is read. The events stand in a table of their own that belongs to no city.
public final class Copy {
    private static final TableShape UNDELIVERED = new TableShape(
            "kernel",
            "undelivered",
            List.of(
                    new TableShape.ColumnShape("type", TableShape.Type.TEXT),
                    new TableShape.ColumnShape("data", TableShape.Type.TEXT)));

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Table undelivered = UNDELIVERED.fresh();

    private Copy() {}

    /// A keyframe of a snapshot, which may be older than the city is by now.
    ///
    /// @param head        of the commit that the snapshot shows
    /// @param undelivered the events of the log that the bus had not delivered by then
    public static Keyframe.Draft draft(
            Keyframe.Cause cause, Head head, Assembly assembly, Snapshot snapshot, List<LoggedEvent> undelivered) {
        var waiting = UNDELIVERED.fresh();
        for (var event : undelivered) {
            int row = waiting.add();
            text(waiting, 0).set(row, event.type());
            text(waiting, 1).set(row, event.data());
        }
        waiting.drain();
        var blocks = new ArrayList<Iterable<byte[]>>();
        assembly.tables().forEach(it -> blocks.add(RowBlock.cut(it, snapshot.of(it))));
        blocks.add(RowBlock.cut(waiting, waiting.publish()));
        return new Keyframe.Draft(new Keyframe(head, cause, waiting.checksum()), () -> inTurn(blocks.iterator()));
    }

    /// Brings a fresh machine to where the keyframe stands.
    ///
    /// @throws Damaged when the keyframe is not what was written
    public static void restore(Keyframes keyframes, Keyframe keyframe, Machine machine, Codec codec) {
        var declared = new HashMap<String, Table>();
        machine.tables().forEach(it -> declared.put(it.name(), it));
        var copy = new Copy();
        keyframes.readBlocks(
                keyframe, block -> RowBlock.read(block, shape -> copy.take(shape, declared.get(shape.fullName()))));
        copy.breach(keyframe).ifPresent(it -> {
            throw new Damaged(it);
        });
        machine.resume(keyframe.head(), copy.facts(codec));
    }

    /// Recounts a keyframe, of whatever rules it is.
    ///
    /// @return what is wrong with it
    public static Optional<String> breach(Keyframes keyframes, Keyframe keyframe) {
        try {
            var copy = new Copy();
            keyframes.readBlocks(keyframe, block -> RowBlock.read(block, copy::take));
            return copy.breach(keyframe);
        } catch (Damaged e) {
            return Optional.of(nameOf(keyframe) + ": " + e.getMessage());
        }
    }

    /// One block after the other; a stream would hold all of a table at a time.
    private static Iterator<byte[]> inTurn(Iterator<Iterable<byte[]>> tables) {
        return new Iterator<>() {
            private Iterator<byte[]> blocks = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!blocks.hasNext() && tables.hasNext()) {
                    blocks = tables.next().iterator();
                }
                return blocks.hasNext();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("all blocks were taken");
                }
                return blocks.next();
            }
        };
    }

    private Table take(TableShape shape) {
        var known = tables.get(shape.fullName());
        return take(shape, known == null ? shape.fresh() : known);
    }

    /// @param table that the rows are to go into
    private Table take(TableShape shape, @Nullable Table table) {
        if (shape.equals(UNDELIVERED)) {
            return undelivered;
        }
        if (table == null || !TableShape.of(table).equals(shape)) {
            throw new Damaged("%s is not declared here as it was when it was copied".formatted(shape.fullName()));
        }
        tables.put(shape.fullName(), table);
        return table;
    }

    private Optional<String> breach(Keyframe keyframe) {
        undelivered.drain();
        tables.values().forEach(Table::drain);
        var sum = tables.values().stream().map(Table::checksum).reduce(Checksum.ZERO, Checksum::plus);
        if (!sum.equals(keyframe.head().checksum())) {
            return Optional.of("%s: its rows sum to %s, and it says %s"
                    .formatted(nameOf(keyframe), sum, keyframe.head().checksum()));
        }
        if (!undelivered.checksum().equals(keyframe.undelivered())) {
            return Optional.of(nameOf(keyframe) + ": the events that wait in it are not those that were written");
        }
        return Optional.empty();
    }

    private List<Event> facts(Codec codec) {
        var facts = new ArrayList<Event>();
        for (int row = undelivered.next(0); row >= 0; row = undelivered.next(row + 1)) {
            facts.add((Event) codec.read(
                    text(undelivered, 0).get(row), text(undelivered, 1).get(row)));
        }
        return facts;
    }

    private static TextColumn text(Table table, int column) {
        return (TextColumn) table.columns().get(column);
    }

    private static String nameOf(Keyframe keyframe) {
        return "keyframe of commit %d at tick %d"
                .formatted(keyframe.head().commit(), keyframe.head().tick());
    }
}
