package broken.printing.adapter.web;

final class Shout {
    private Shout() {}

    static void shout() {
        System.out.println("here");
    }
}
