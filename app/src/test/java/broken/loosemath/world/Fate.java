package broken.loosemath.world;

final class Fate {
    private Fate() {}

    static double bend(double angle) {
        return Math.sin(angle);
    }
}
