package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
/// How one type is written down and read back. Safe from any thread.
import city.adapter.codec.text.JsonText;

public interface Shape {
    void write(Object value, JsonText out);

    /// Reads the value whose first token is the current one, and stops at its last token.
    ///
    /// @throws city.world.spi.Codec.Unreadable when it does not fit
    Object read(JsonInput in);
}
