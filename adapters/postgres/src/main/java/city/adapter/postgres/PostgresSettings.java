package city.adapter.postgres;

/// Where the record is and as whom this process comes to it.
///
/// @param jdbcUrl    such as `jdbc:postgresql://127.0.0.1:5432/city`; not through a pooler that shares sessions,
///                   for the lock on the record belongs to a session
/// @param holderName what another process is told when it finds the record taken, such as `city, process 123 on
///                   host a`; PostgreSQL keeps its first 63 bytes
public record PostgresSettings(String jdbcUrl, String user, String password, String holderName) {
    public PostgresSettings {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "jdbcUrl must start with jdbc:postgresql: " + withoutParameters(jdbcUrl));
        }
        if (holderName.isBlank()) {
            throw new IllegalArgumentException("holderName must not be blank");
        }
    }

    /// The address without its parameters, which may hold a password.
    public String address() {
        return withoutParameters(jdbcUrl);
    }

    @Override
    public String toString() {
        return "%s as %s".formatted(address(), user);
    }

    private static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
