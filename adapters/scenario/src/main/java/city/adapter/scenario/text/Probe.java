package city.adapter.scenario.text;

import city.adapter.scenario.text.Shape.Thing;
import java.util.List;
import java.util.Optional;

/// Stands for every file that there can be: it has each key that a reader asks for, and writes down what was asked.
/// Where a reader looks at what a file has before it reads on, it sees one kind of file a {@link Pass}.
final class Probe extends Section {
    private static final String ANYTHING = "?";

    private final Thing thing;
    private final Pass pass;

    private Probe(Thing thing, Place place, Faults faults, Pass pass) {
        super(place, faults);
        this.thing = thing;
        this.pass = pass;
        thing.begin();
    }

    /// The kind of file that is asked in one pass.
    ///
    /// @param has whether a key is there that may be missing
    record Pass(Form form, boolean has) {
        static final List<Pass> ALL = List.of(
                new Pass(Form.VALUE, true),
                new Pass(Form.MAP, true),
                new Pass(Form.LIST, true),
                new Pass(Form.VALUE, false),
                new Pass(Form.MAP, false),
                new Pass(Form.LIST, false));
    }

    /// What stands under a key that may hold this or that.
    enum Form {
        VALUE,
        MAP,
        LIST
    }

    static Probe of(Thing root, Pass pass) {
        var faults = new Faults("every file");
        // What is read from a file without a fault is made a city of, and this is none.
        faults.add(Place.START, "is no file");
        return new Probe(root, Place.START, faults, pass);
    }

    @Override
    public boolean has(String key) {
        if (pass.has()) {
            thing.require(key);
        }
        return pass.has();
    }

    @Override
    public boolean isList(String key) {
        return holds(key, Form.LIST);
    }

    @Override
    public boolean isMap(String key) {
        return holds(key, Form.MAP);
    }

    private boolean holds(String key, Form form) {
        if (pass.form() == form) {
            thing.require(key);
        }
        return pass.form() == form;
    }

    @Override
    public void end() {
        thing.end();
    }

    @Override
    public Optional<Value> find(String key) {
        return Optional.of(value(place(key), thing.key(key).value()));
    }

    @Override
    public Optional<Value> get(String key) {
        thing.require(key);
        return find(key);
    }

    @Override
    public Optional<Section> section(String key) {
        return Optional.of(new Probe(thing.key(key).map(), place(key), faults(), pass));
    }

    @Override
    public Optional<Section> getSection(String key) {
        thing.require(key);
        return section(key);
    }

    @Override
    public List<Section> someSections(String key) {
        thing.require(key);
        thing.key(key).items(1, MAX_ITEMS);
        return sections(key);
    }

    @Override
    public List<Section> sections(String key, int max) {
        thing.key(key).items(0, max);
        return sections(key);
    }

    /// A list in an item of a list of the same name may be of another kind; one in an item of that is the same again.
    @Override
    public List<Section> sections(String key) {
        if (place().path().endsWith("%1$s[0].%1$s[0]".formatted(key))) {
            thing.key(key).again(thing);
            return List.of();
        }
        return List.of(new Probe(thing.key(key).maps(), place(key).item(0, 1), faults(), pass));
    }

    @Override
    public List<Value> someValues(String key) {
        thing.require(key);
        thing.key(key).items(1, MAX_ITEMS);
        return values(key);
    }

    @Override
    public List<Value> values(String key, int max) {
        thing.key(key).items(0, max);
        return values(key);
    }

    @Override
    public List<Value> values(String key) {
        return List.of(value(place(key).item(0, 1), thing.key(key).values()));
    }

    private Value value(Place place, Asked asked) {
        return new Value(place, ANYTHING, true, faults(), asked);
    }
}
