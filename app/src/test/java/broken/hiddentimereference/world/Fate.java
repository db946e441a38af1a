package broken.hiddentimereference.world;

import java.time.OffsetDateTime;
import java.util.function.Supplier;

final class Fate {
    private Fate() {}

    static Supplier<OffsetDateTime> clock() {
        return OffsetDateTime::now;
    }
}
