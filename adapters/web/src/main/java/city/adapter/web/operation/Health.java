package city.adapter.web.operation;

import city.world.kernel.access.Kernel;
import city.world.kernel.access.Vitals;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Health", description = "How the city is")
record Health(
        @Schema(
                description = "UP or DOWN",
                allowableValues = {"UP", "DOWN"})
        String status,

        @Schema(
                description = "What the kernel does now",
                allowableValues = {"running", "waiting_for_record", "halted", "stopped"})
        String state,

        @Schema(description = "Why it is down; absent while all is well") @Nullable
        String reason,

        @Schema(description = "The tick that was last run") long tick) {

    /// Ready while commands are admitted and ticks run.
    static Health readiness(Kernel kernel) {
        var vitals = kernel.vitals();
        return of(kernel, vitals, vitals.state() == Vitals.State.RUNNING);
    }

    /// Alive while a restart would not help: also when it waits for its record, or was halted by a rule that broke.
    static Health liveness(Kernel kernel) {
        var vitals = kernel.vitals();
        return of(kernel, vitals, vitals.state() != Vitals.State.STOPPED);
    }

    boolean isUp() {
        return status.equals("UP");
    }

    private static Health of(Kernel kernel, Vitals vitals, boolean up) {
        var state = vitals.state().name().toLowerCase(Locale.ROOT);
        var reason = up ? null : vitals.trouble().orElse("the city is " + state.replace('_', ' '));
        return new Health(up ? "UP" : "DOWN", state, reason, kernel.snapshot().tick());
    }
}
