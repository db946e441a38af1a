package city.adapter.scenario.generate;

import java.util.List;

/// Names for districts and neighborhoods that were given none.
public final class DistrictNames {
    private static final List<String> BEGINNINGS = List.of(
            "Ash", "Birch", "Black", "Bram", "Clay", "Copper", "Crow", "Elm", "Fair", "Fen", "Flint", "Fox", "Glen",
            "Gold", "Haw", "Hazel", "Heron", "Holl", "King", "Lark", "Lime", "Marl", "Oak", "Otter", "Rook", "Rose",
            "Salt", "Thorn", "West", "Wil");
    private static final List<String> ENDINGS = List.of(
            "ford", "ton", "wick", "bury", "ham", "ley", "bridge", "gate", "field", "combe", "dale", "by", "stead",
            "hurst", "mere", "worth", "cliff", "well", "den", "holt", "moor", "port", "shaw", "side", "thorpe", "wold",
            "brook", "croft", "haven", "lock");
    private static final List<String> PARTS = List.of(
            "Rows", "Hill", "Green", "Cross", "Bank", "Rise", "End", "Park", "Wharf", "Gardens", "Heights", "Lanes",
            "Arches", "Common", "Terrace", "Mews", "Reach", "Grove", "Fields", "Parade");

    /// As many districts as there are different names for.
    public static final int MOST = BEGINNINGS.size() * ENDINGS.size();

    private DistrictNames() {}

    /// @param number 0 to {@link #MOST}, exclusive; each has another name
    public static String district(int number) {
        int ending = (number + number / BEGINNINGS.size()) % ENDINGS.size();
        return BEGINNINGS.get(number % BEGINNINGS.size()) + ENDINGS.get(ending);
    }

    static String neighborhood(String district, int number) {
        var name = district + " " + PARTS.get(number % PARTS.size());
        return number < PARTS.size() ? name : name + " " + (number / PARTS.size() + 1);
    }
}
