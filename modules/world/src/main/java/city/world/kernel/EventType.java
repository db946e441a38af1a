package city.world.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What the log must know of a kind of event: its name, which outlives the class, the first level of its topic, and who
/// may hear of it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /// The name with its version, such as `economy.money-transferred.v1`.
    String value();

    /// The first level of the event's topic, such as `economy`.
    String topic();

    Audience audience() default Audience.PUBLIC;

    /// Who hears of an event, and for how long it is kept.
    enum Audience {
        /// Told outside, at least once and in order; numbered by its topic's chain; kept for ever.
        PUBLIC,
        /// Told outside, at most once; kept for a short time.
        TELEMETRY,
        /// In the log only; kept for ever.
        INTERNAL
    }
}
