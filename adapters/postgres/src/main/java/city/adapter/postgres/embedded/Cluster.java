package city.adapter.postgres.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import city.adapter.postgres.embedded.files.Folders;
import city.adapter.postgres.embedded.files.ServerBinaries;
import city.adapter.postgres.embedded.process.Exits;
import city.adapter.postgres.embedded.process.Launcher;
import city.adapter.postgres.embedded.process.ServerLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// The databases on disk, in `data`, and the key to them, in `password`.
record Cluster(Path data, String password) {
    /// The owner of everything in it.
    static final String USER = "city";

    private static final int PASSWORD_BYTES = 24;

    /// Opens what is there or makes it. It appears whole or not at all: it is made beside its place and renamed.
    ///
    /// @throws PostgresStartException when it is of another major version, its password is gone, or it cannot be
    /// made
    static Cluster open(Path folder, ServerBinaries binaries, Launcher launcher, ServerLog log) throws IOException {
        var data = folder.resolve("data");
        var passwordFile = folder.resolve("password");
        if (!Files.exists(data)) {
            make(data, passwordFile, binaries, launcher, log);
        }
        refuseAnotherMajor(data, binaries);
        if (!Files.exists(passwordFile)) {
            throw new PostgresStartException(
                    "the password of the database is missing: restore " + passwordFile + " from a backup");
        }
        return new Cluster(data, Files.readString(passwordFile, US_ASCII).strip());
    }

    private static void make(Path data, Path passwordFile, ServerBinaries binaries, Launcher launcher, ServerLog log)
            throws IOException {
        var unfinished = data.resolveSibling("data.unfinished");
        Folders.delete(unfinished);
        Files.deleteIfExists(passwordFile);
        writePassword(passwordFile);
        var process =
                launcher.command(initdb(binaries, unfinished, passwordFile)).start();
        log.drain(process.getInputStream());
        var exitCode = Exits.await(process);
        if (exitCode != 0) {
            throw new PostgresStartException("the database could not be made in " + data + " (initdb ended with "
                    + exitCode + "): see " + log.file());
        }
        Folders.publish(unfinished, data);
    }

    /// Text sorts by its bytes, on every machine alike, and every page has a checksum.
    private static List<String> initdb(ServerBinaries binaries, Path data, Path passwordFile) {
        return List.of(
                binaries.initdb(),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth-host=scram-sha-256",
                "--auth-local=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--data-checksums",
                "--no-instructions");
    }

    private static void writePassword(Path file) throws IOException {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            channel.write(US_ASCII.encode(password + "\n"));
            channel.force(true);
        }
    }

    private static void refuseAnotherMajor(Path data, ServerBinaries binaries) throws IOException {
        var versionFile = data.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            throw new PostgresStartException(
                    data + " is not a PostgreSQL data folder: move it away or choose another data folder");
        }
        var found = Files.readString(versionFile, US_ASCII).strip();
        if (!found.equals(Integer.toString(binaries.major()))) {
            throw new PostgresStartException(data + " was written by PostgreSQL " + found + " and this city brings "
                    + binaries.major() + ": back it up with the city that wrote it and restore it with this one");
        }
    }
}
