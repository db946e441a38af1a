package city.adapter.codec;

/// How one type is written down and read back. Safe from any thread.
interface Shape {
    void write(Object value, JsonText out);

    /// Reads the value whose first token is the current one, and stops at its last token.
    ///
    /// @throws city.world.spi.Codec.Unreadable when it does not fit
    Object read(JsonInput in);
}
