package city.adapter.web.events;

import java.nio.charset.StandardCharsets;

/// A piece of a stream of server-sent events, as it goes over the wire.
record Frame(String text) {
    /// Tells the client after how many milliseconds to come again, and that it is connected.
    static final Frame HELLO = new Frame("retry: 2000\n: the city's log\n\n");

    static Frame event(long sequence, String json) {
        return new Frame("id: %d\ndata: %s\n\n".formatted(sequence, json));
    }

    /// Nothing new; but the client need not read again what passed it by.
    static Frame beat(long sequence) {
        return new Frame(": beat\nid: %d\n\n".formatted(sequence));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
