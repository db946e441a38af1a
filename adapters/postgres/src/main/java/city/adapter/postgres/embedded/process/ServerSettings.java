package city.adapter.postgres.embedded.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The server's settings, given on its command line so that the program's version decides them and no file can weaken
/// them. All are known to PostgreSQL 15 and later.
public final class ServerSettings {
    private ServerSettings() {}

    /// The words that follow `postgres -D …`.
    public static List<String> arguments(int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.putAll(durable());
        settings.putAll(reachable(port));
        settings.putAll(sized());
        settings.putAll(vacuumed());
        settings.putAll(readable());
        return settings.entrySet().stream()
                .flatMap(setting -> List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
                .toList();
    }

    /// What is acknowledged is on disk. These are PostgreSQL's defaults, stated because everything rests on them.
    private static Map<String, String> durable() {
        return Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
    }

    /// Loopback only, and no socket file: its path could be too long for one (107 bytes).
    private static Map<String, String> reachable(int port) {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "password_encryption", "scram-sha-256",
                // The city's pool takes 4 to 6; the rest is for the command line and for people who look.
                "max_connections", "30");
    }

    /// For one small machine shared with the city. 2 GB of log between checkpoints recovers in about ten seconds.
    private static Map<String, String> sized() {
        return Map.of(
                "shared_buffers", "128MB",
                "max_wal_size", "2GB",
                "min_wal_size", "256MB",
                "checkpoint_timeout", "15min",
                "wal_compression", "on",
                // Plans are short and hot: compiling them, or waking workers for them, costs more than it gives.
                "jit", "off",
                "max_parallel_workers_per_gather", "0");
    }

    /// A few hot tables whose rows change all the time: look often, start early, finish quickly.
    private static Map<String, String> vacuumed() {
        return Map.of(
                "autovacuum", "on",
                "autovacuum_naptime", "15s",
                "autovacuum_max_workers", "2",
                "autovacuum_vacuum_scale_factor", "0.05",
                "autovacuum_analyze_scale_factor", "0.05",
                "autovacuum_vacuum_cost_limit", "1000");
    }

    private static Map<String, String> readable() {
        return Map.of(
                "timezone", "UTC",
                "log_timezone", "UTC",
                "lc_messages", "C",
                "log_destination", "stderr",
                "logging_collector", "off",
                "log_line_prefix", "%m [%p] %a ");
    }
}
