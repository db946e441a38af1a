package city.app.watch;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads JSON and YAML by the parser that the city has anyway.
final class Json {
    private Json() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }

    static Map<String, Object> object(String text) {
        return object((Object) new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    /// The items of a page.
    static List<Map<String, Object>> items(Map<String, Object> page) {
        return ((List<?>) page.get("items")).stream().map(Json::object).toList();
    }

    static long number(Map<String, Object> object, String name) {
        return ((Number) object.get(name)).longValue();
    }
}
