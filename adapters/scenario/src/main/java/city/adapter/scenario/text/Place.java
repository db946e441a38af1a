package city.adapter.scenario.text;

/// Where something stands in a file.
///
/// @param path such as `firms[2].jobs[0].shift`; empty for the whole file
/// @param line from 1
public record Place(String path, int line) {
    public static final Place START = new Place("", 1);

    Place key(String key, int line) {
        return new Place(path.isEmpty() ? key : path + "." + key, line);
    }

    Place item(int index, int line) {
        return new Place("%s[%d]".formatted(path, index), line);
    }
}
