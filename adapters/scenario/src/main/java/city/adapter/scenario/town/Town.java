package city.adapter.scenario.town;

/// A town of so many residents.
public final class Town {
    public static final int RESIDENTS = 200;

    private Town() {}

    public static String of(int residents) {
        return "name: town\nepoch: 2030-04-01T06:00:00\n# " + residents;
    }
}
