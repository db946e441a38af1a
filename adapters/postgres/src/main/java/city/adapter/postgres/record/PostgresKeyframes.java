package city.adapter.postgres.record;

import city.adapter.postgres.link.Quietly;
import city.adapter.postgres.link.Readers;
import city.world.spi.Keyframe;
import city.world.spi.Keyframes;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// Keyframes in `world.keyframes`, each written in one transaction on a reader's connection, so that no commit of the
/// city waits for it. Every failure of the database is a {@link city.adapter.postgres.link.ReadFailed}.
public final class PostgresKeyframes implements Keyframes {
    private final Readers readers;

    public PostgresKeyframes(Readers readers) {
        this.readers = readers;
    }

    @Override
    public void add(Keyframe.Draft draft) {
        var _ = readers.call("writing a keyframe", connection -> {
            connection.setAutoCommit(false);
            try {
                KeyframeRows.add(connection, draft);
                connection.commit();
                return true;
            } catch (SQLException | RuntimeException e) {
                Quietly.rollBack(connection);
                throw e;
            }
        });
    }

    @Override
    public List<Keyframe> list() {
        return readers.insist("listing keyframes", KeyframeRows::list);
    }

    @Override
    public void readBlocks(Keyframe keyframe, Consumer<byte[]> reader) {
        var _ = readers.call("reading a keyframe", connection -> {
            KeyframeRows.readBlocks(connection, keyframe, reader);
            return true;
        });
    }

    @Override
    public int removeDaily(long beforeTick) {
        return readers.call("removing keyframes", connection -> KeyframeRows.removeDaily(connection, beforeTick));
    }
}
