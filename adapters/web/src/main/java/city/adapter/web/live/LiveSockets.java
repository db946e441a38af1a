package city.adapter.web.live;

import jakarta.inject.Singleton;

/// The open sockets, those of watchers and those of minds.
@Singleton
public final class LiveSockets implements AutoCloseable {
    /// One costs a connection, a thread and a frame of the map; more would be a mistake or an attack.
    private static final int MOST_WATCHERS = 64;

    /// One costs a connection and a thread that looks up now and then.
    private static final int MOST_MINDS = 256;

    private final Sockets watchers = new Sockets(MOST_WATCHERS);
    private final Sockets minds = new Sockets(MOST_MINDS);

    LiveSockets() {}

    Sockets watchers() {
        return watchers;
    }

    Sockets minds() {
        return minds;
    }

    /// Ends every socket in order: a client comes again later.
    @Override
    public void close() {
        watchers.close();
        minds.close();
    }
}
