package broken.vagueexception.world;

final class Trap {
    private Trap() {}

    static void spring() {
        throw new RuntimeException("something");
    }
}
