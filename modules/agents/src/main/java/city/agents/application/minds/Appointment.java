package city.agents.application.minds;

import city.agents.spi.EarlierReplies.EarlierReply;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Somebody's part in a {@link Timetable}. Safe from any thread.
final class Appointment {
    /// Of whoever has none: comes whenever it likes.
    static final Appointment NONE = new Appointment();

    private final Optional<Timetable> timetable;
    private final Optional<EarlierReply> earlier;
    private final CompletableFuture<Void> turn = new CompletableFuture<>();

    Appointment(Timetable timetable, EarlierReply earlier) {
        this.timetable = Optional.of(timetable);
        this.earlier = Optional.of(earlier);
    }

    private Appointment() {
        this.timetable = Optional.empty();
        this.earlier = Optional.empty();
        come();
    }

    /// What was said in the first city.
    Optional<EarlierReply> earlier() {
        return earlier;
    }

    /// Waits until it is its turn to hand in.
    ///
    /// @throws CancellationException when it will never be
    void await() throws InterruptedException {
        try {
            turn.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// It will not say what it said there.
    void cancel() {
        timetable.ifPresent(it -> it.cancel(this));
    }

    /// What it says is on its way to the city, before all that is handed in later.
    void handIn() {
        timetable.ifPresent(it -> it.handIn(this));
    }

    /// The city has taken it, or has not.
    void settle() {
        timetable.ifPresent(Timetable::settle);
    }

    /// It will never be its turn.
    void revoke() {
        turn.cancel(false);
    }

    /// It is its turn.
    void come() {
        turn.complete(null);
    }
}
