package city.adapter.postgres.embedded.files;

import java.nio.file.Path;

/// Where the server's programs are and of which major version they are.
///
/// @param bin folder that holds `initdb` and `postgres`
public record ServerBinaries(Path bin, int major) {
    public ServerBinaries {
        if (major < 15) {
            throw new IllegalArgumentException("major must be 15 or later: " + major);
        }
    }

    public String initdb() {
        return bin.resolve("initdb").toString();
    }

    public String postgres() {
        return bin.resolve("postgres").toString();
    }
}
