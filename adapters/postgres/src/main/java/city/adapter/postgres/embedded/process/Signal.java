package city.adapter.postgres.embedded.process;

import java.io.IOException;

/// What can be told to a running server. Java itself sends only TERM, which makes PostgreSQL wait for its clients.
enum Signal {
    /// Ends sessions, writes a checkpoint, exits: nothing to recover.
    FAST_SHUTDOWN("INT"),
    /// Exits at once: the next start recovers from the log.
    IMMEDIATE_SHUTDOWN("QUIT");

    private final String posixName;

    Signal(String posixName) {
        this.posixName = posixName;
    }

    /// Sends it by the shell's own `kill`, since small images have no other. A process that is gone is fine.
    void sendTo(long pid) throws IOException {
        var kill = new ProcessBuilder("sh", "-c", "kill -" + posixName + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Exits.await(kill);
    }
}
