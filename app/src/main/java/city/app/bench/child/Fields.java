package city.app.bench.child;

/// Picks single values out of JSON without reading the rest, so that a reader takes little of the machine that it
/// measures. For members whose names stand nowhere else in the text.
public final class Fields {
    private Fields() {}

    /// The last number of that name; -1 when there is none.
    public static long number(String json, String name) {
        var label = "\"" + name + "\":";
        int at = json.lastIndexOf(label);
        return at < 0 ? -1 : leading(json, at + label.length());
    }

    /// The first number of that name; -1 when there is none.
    public static long firstNumber(String json, String name) {
        var label = "\"" + name + "\":";
        int at = json.indexOf(label);
        return at < 0 ? -1 : leading(json, at + label.length());
    }

    /// The first text of that name; empty when there is none.
    public static String text(String json, String name) {
        var label = "\"" + name + "\":\"";
        int at = json.indexOf(label);
        return at < 0 ? "" : json.substring(at + label.length(), json.indexOf('"', at + label.length()));
    }

    /// The digits from there on.
    private static long leading(String text, int from) {
        long number = 0;
        int at = from;
        for (; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return at == from ? -1 : number;
    }
}
