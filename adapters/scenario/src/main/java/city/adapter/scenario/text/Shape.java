package city.adapter.scenario.text;

import city.economy.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What may stand in a file, as it was asked for, and the same in the words of JSON Schema 2020-12.
final class Shape {
    static final String DEFINITIONS = "$defs";

    private Shape() {}

    /// A map of keys, of which each pass asks for some and cannot do without some of these.
    static final class Thing {
        private final String name;
        private final Map<String, Key> keys = new LinkedHashMap<>();
        private final List<Set<String>> required = new ArrayList<>();
        private boolean ended;
        private boolean again;

        Thing(String name) {
            this.name = name;
        }

        void begin() {
            required.add(new LinkedHashSet<>());
        }

        void end() {
            ended = true;
        }

        void require(String key) {
            required.getLast().add(key);
        }

        Key key(String name) {
            return keys.computeIfAbsent(name, Key::new);
        }

        /// @param definitions where a thing that holds things of its own kind is written down
        Map<String, Object> schema(Map<String, Object> definitions) {
            if (!again) {
                return written(definitions);
            }
            if (!definitions.containsKey(name)) {
                definitions.put(name, Map.of());
                definitions.put(name, written(definitions));
            }
            return Map.of("$ref", "#/%s/%s".formatted(DEFINITIONS, name));
        }

        private Map<String, Object> written(Map<String, Object> definitions) {
            var schema = new LinkedHashMap<String, Object>();
            schema.put("type", "object");
            var properties = new LinkedHashMap<String, Object>();
            keys.forEach((key, shape) -> properties.put(key, shape.schema(definitions)));
            schema.put("properties", properties);
            var always = new LinkedHashSet<>(required.getFirst());
            required.forEach(always::retainAll);
            if (!always.isEmpty()) {
                schema.put("required", List.copyOf(always));
            }
            var either = either(always);
            if (!either.isEmpty()) {
                schema.put("anyOf", either);
            }
            if (ended) {
                schema.put("additionalProperties", false);
            }
            return schema;
        }

        /// What is required besides, when there is a choice of this or that and none of nothing.
        private List<Map<String, Object>> either(Set<String> always) {
            var choices = new LinkedHashSet<Set<String>>();
            for (var asked : required) {
                var rest = new LinkedHashSet<>(asked);
                rest.removeAll(always);
                choices.add(rest);
            }
            return choices.contains(Set.<String>of())
                    ? List.of()
                    : choices.stream()
                            .map(it -> Map.<String, Object>of("required", List.copyOf(it)))
                            .toList();
        }
    }

    /// What may stand under a key: a value, a map, or a list of either.
    static final class Key {
        private final String name;
        private final Set<Object> forms = new LinkedHashSet<>();
        private final Single value = new Single();
        private final Single values = new Single();
        private final Thing map;
        private final Thing maps;
        private int min;
        private int max = Section.MAX_ITEMS;

        Key(String name) {
            this.name = name;
            this.map = new Thing(name);
            this.maps = new Thing(name);
        }

        Single value() {
            forms.add(value);
            return value;
        }

        Single values() {
            forms.add(values);
            return values;
        }

        Thing map() {
            forms.add(map);
            return map;
        }

        Thing maps() {
            forms.add(maps);
            return maps;
        }

        /// It holds more of what it stands in.
        void again(Thing whole) {
            whole.again = true;
            forms.add(whole);
        }

        void items(int least, int most) {
            min = Math.max(min, least);
            max = Math.min(max, most);
        }

        Map<String, Object> schema(Map<String, Object> definitions) {
            var schemas = new ArrayList<Map<String, Object>>();
            for (var form : forms) {
                if (form == value) {
                    schemas.add(value.schema());
                } else if (form == map) {
                    schemas.add(map.schema(definitions));
                } else {
                    schemas.add(list(form == values ? values.schema() : ((Thing) form).schema(definitions)));
                }
            }
            return schemas.size() == 1 ? schemas.getFirst() : Map.of("anyOf", List.copyOf(schemas));
        }

        private Map<String, Object> list(Map<String, Object> items) {
            var schema = new LinkedHashMap<String, Object>();
            schema.put("type", "array");
            schema.put("items", items);
            if (min > 0) {
                schema.put("minItems", min);
            }
            schema.put("maxItems", max);
            return schema;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// A single value. What nobody asked more of may be any text or number.
    static final class Single implements Asked {
        private static final String MONEY = "^\\d+(\\.\\d{1,2})?$";

        private final Map<String, Object> schema = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();

        Map<String, Object> schema() {
            return schema.isEmpty() ? Map.of("type", List.of("string", "number", "boolean")) : schema;
        }

        @Override
        public void text(int maxLength) {
            schema.put("type", "string");
            schema.put("maxLength", maxLength);
            like("\\S");
        }

        @Override
        public void number(long min, long max) {
            schema.put("type", "integer");
            schema.put("minimum", min);
            schema.put("maximum", max);
        }

        @Override
        public void money(Money max) {
            var number = new LinkedHashMap<String, Object>();
            number.put("type", "number");
            number.put("minimum", 0);
            number.put("maximum", max.minor() / 100);
            number.put("multipleOf", 0.01);
            var text = new LinkedHashMap<String, Object>();
            text.put("type", "string");
            text.put("pattern", MONEY);
            schema.put("anyOf", List.of(number, text));
        }

        @Override
        public void flag() {
            schema.put("type", "boolean");
        }

        @Override
        public void words(List<String> words) {
            schema.put("enum", List.copyOf(words));
        }

        @Override
        public void like(String pattern) {
            if (seen.add(pattern)) {
                schema.putIfAbsent("type", "string");
                var patterns =
                        seen.stream().sorted().map(it -> Map.of("pattern", it)).toList();
                schema.put("allOf", patterns);
            }
        }
    }
}
