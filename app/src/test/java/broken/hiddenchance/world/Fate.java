package broken.hiddenchance.world;

import java.util.random.RandomGenerator;

final class Fate {
    private Fate() {}

    static RandomGenerator dice() {
        return RandomGenerator.getDefault();
    }
}
