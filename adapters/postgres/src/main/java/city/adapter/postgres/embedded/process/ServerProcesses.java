package city.adapter.postgres.embedded.process;

import city.adapter.postgres.embedded.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds running PostgreSQL processes by the data folder that they work on. Each of them has it as its working
/// directory, which says more than a pid, whose number may belong to anybody by now. A zombie has none, so it does not
/// count. Where there is no `/proc` nothing is found; PostgreSQL's own checks then stand alone.
final class ServerProcesses {
    private static final Path PROC = Path.of("/proc");

    private ServerProcesses() {}

    /// @param data a real path
    static List<Long> on(Path data) throws IOException {
        if (!Files.isDirectory(PROC)) {
            return List.of();
        }
        return Folders.entriesOf(PROC).stream()
                .map(entry -> entry.getFileName().toString())
                .filter(name -> name.matches("\\d+"))
                .map(Long::valueOf)
                .filter(pid -> worksOn(data, pid))
                .toList();
    }

    /// @param data a real path
    static boolean worksOn(Path data, long pid) {
        var process = PROC.resolve(Long.toString(pid));
        try {
            return Files.readString(process.resolve("comm")).strip().equals("postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(data);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
