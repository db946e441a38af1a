package city.adapter.postgres.embedded;

import java.nio.file.Path;

/// Where the server's programs are and of which major version they are.
///
/// @param bin folder that holds `initdb` and `postgres`
record ServerBinaries(Path bin, int major) {
    ServerBinaries {
        if (major < 15) {
            throw new IllegalArgumentException("major must be 15 or later: " + major);
        }
    }

    String initdb() {
        return bin.resolve("initdb").toString();
    }

    String postgres() {
        return bin.resolve("postgres").toString();
    }
}
