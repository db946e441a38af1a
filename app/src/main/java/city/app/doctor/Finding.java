package city.app.doctor;

import java.util.Locale;

/// What one check found.
///
/// @param subject what was looked at, in a word or two
/// @param found   what is so
/// @param advice  what to do; empty when all is well
public record Finding(Level level, String subject, String found, String advice) {
    public enum Level {
        OK,
        /// The city runs, but less well than it could.
        WARN,
        /// The city does not run so.
        FAIL
    }

    static Finding ok(String subject, String found) {
        return new Finding(Level.OK, subject, found, "");
    }

    static Finding warn(String subject, String found, String advice) {
        return new Finding(Level.WARN, subject, found, advice);
    }

    static Finding fail(String subject, String found, String advice) {
        return new Finding(Level.FAIL, subject, found, advice);
    }

    /// As a line: `warn  memory      512 MB for Java; give it more by CITY_JAVA_OPTS=-Xmx2g`.
    public String line() {
        var level = level().name().toLowerCase(Locale.ROOT);
        return "%-4s  %-10s  %s%s".formatted(level, subject, found, advice.isEmpty() ? "" : ": " + advice);
    }
}
