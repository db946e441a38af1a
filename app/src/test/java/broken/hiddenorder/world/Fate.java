package broken.hiddenorder.world;

final class Fate {
    private Fate() {}

    static int orderOf(Object thing) {
        return System.identityHashCode(thing);
    }
}
