package city.world.spi;

import java.util.List;
import java.util.function.Consumer;

/// The keyframes in the record, besides those that a {@link Commit} brings. Safe from any thread; blocks.
public interface Keyframes {
    /// Writes a keyframe whole, or nothing of it: one that was not finished is never listed. One of the same commit
    /// that is there already stays.
    void add(Keyframe.Draft draft);

    /// All, oldest first.
    List<Keyframe> list();

    /// Hands over the keyframe's blocks in their order.
    ///
    /// @throws Damaged when there are not as many as were written, or one cannot be unpacked
    void readBlocks(Keyframe keyframe, Consumer<byte[]> reader);

    /// Removes keyframes of the cause {@link Keyframe.Cause#DAY} from before a tick.
    ///
    /// @return how many went
    int removeDaily(long beforeTick);

    /// A keyframe is not what was written.
    final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Damaged(String message) {
            super(message);
        }
    }
}
