package city.adapter.postgres.embedded.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Lets tests count the processes that work on a data folder.
public final class Servers {
    private Servers() {}

    /// @param data a real path
    public static List<Long> on(Path data) throws IOException {
        return ServerProcesses.on(data);
    }
}
