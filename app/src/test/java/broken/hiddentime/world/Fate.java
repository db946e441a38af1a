package broken.hiddentime.world;

final class Fate {
    private Fate() {}

    static long now() {
        return System.nanoTime();
    }
}
