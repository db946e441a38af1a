package city.agents.application.minds;

import city.world.kernel.Command;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Submission;
import city.world.kernel.access.SubmissionFailed;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// Where minds hand in what they want of the city. Blocks until the city has answered; safe from any thread but the
/// city's.
final class Counter {
    private static final String ACTOR = "mind";

    private final Kernel kernel;

    Counter(Kernel kernel) {
        this.kernel = kernel;
    }

    /// @throws SubmissionFailed when the city took nothing
    <R> R submit(Command<R> command) {
        return submit(command, Appointment.NONE);
    }

    /// @throws SubmissionFailed when the city took nothing
    <R> R submit(Command<R> command, Appointment appointment) {
        var submission = new Submission<>(command, ACTOR, Optional.empty());
        var receipt = kernel.submit(submission).toCompletableFuture();
        appointment.handIn();
        try {
            return receipt.join().answer();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SubmissionFailed failed) {
                throw failed;
            }
            throw e;
        } finally {
            appointment.settle();
        }
    }
}
