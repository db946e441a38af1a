package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
/// A record that only gives a type to one simple value, such as an id: written as that value.
import city.adapter.codec.text.JsonText;

record BareShape(SimpleShape value, Handles handles) implements Shape {
    @Override
    public void write(Object whole, JsonText out) {
        value.write(handles.accessors().getFirst().get(whole), out);
    }

    @Override
    public Object read(JsonInput in) {
        return handles.construct(new Object[] {value.read(in)}, in);
    }
}
