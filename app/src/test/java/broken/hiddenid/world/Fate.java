package broken.hiddenid.world;

import java.util.UUID;
import java.util.function.Supplier;

final class Fate {
    private Fate() {}

    static Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
