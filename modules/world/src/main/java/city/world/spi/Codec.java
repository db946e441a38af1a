package city.world.spi;

/// Writes commands, answers and events down as canonical JSON text and reads them back: equal values give equal
/// texts, on every machine. Safe from any thread.
public interface Codec {
    /// The wire name of a command, answer or event.
    ///
    /// @throws IllegalArgumentException when the type has none
    String nameOf(Class<?> type);

    String write(Object value);

    /// @throws Unreadable when the name is unknown or the text does not fit the type
    Object read(String name, String text);

    /// Reads what {@link #write} gave as if the list that is its last component were empty. That spares whoever has no
    /// use for a list that is most of the text.
    ///
    /// @param list the component's name
    /// @throws Unreadable as {@link #read} does, but for what stands in the list
    Object readWithout(String list, String name, String text);

    /// What was written cannot be read here.
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message);
        }
    }
}
