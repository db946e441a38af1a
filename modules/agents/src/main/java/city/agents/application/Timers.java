package city.agents.application;

import city.agents.ResidentStatus;
import city.agents.domain.state.AgentsState;
import city.world.kernel.Participant.Breach;
import city.world.kernel.TimingWheel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Who wakes when: one timer a resident, and those whom an event wakes. An index over `minds.wake_at` and
/// `minds.pending`.
final class Timers {
    private final AgentsState state;
    private final TimingWheel wheel = new TimingWheel();
    private final BitSet stirred = new BitSet();

    Timers(AgentsState state) {
        this.state = state;
    }

    void set(int slot, long tick) {
        state.minds().wakeAt(slot, tick);
        wheel.set(slot, tick);
    }

    /// The resident wakes no more until it is set again.
    void cancel(int slot) {
        state.minds().wakeAt(slot, 0);
        state.minds().pending(slot, 0);
        wheel.cancel(slot);
        stirred.clear(slot);
    }

    /// Something happened that concerns the resident. The active decide anew in this tick's phase, or in the next
    /// tick's when it is over; who sleeps does not hear it.
    void stir(int slot, int reason) {
        if (state.residents().statusOf(slot) == ResidentStatus.ACTIVE) {
            state.minds().pending(slot, state.minds().pendingOf(slot) | reason);
            stirred.set(slot);
        }
    }

    /// Takes all who wake at this tick, ascending.
    ///
    /// @param arrived who arrived somewhere
    int[] wake(long tick, int[] arrived) {
        for (int slot : wheel.due(tick)) {
            stirred.set(slot);
        }
        for (int slot : arrived) {
            if (state.residents().exists(slot)) {
                stirred.set(slot);
            }
        }
        var awake = stirred.stream().toArray();
        stirred.clear();
        return awake;
    }

    /// Builds the index anew.
    void rebuild() {
        wheel.clear();
        stirred.clear();
        var minds = state.minds();
        for (int slot = minds.table().next(0); slot >= 0; slot = minds.table().next(slot + 1)) {
            if (minds.wakeAt(slot) != 0) {
                wheel.set(slot, minds.wakeAt(slot));
            }
            if (minds.pendingOf(slot) != 0) {
                stirred.set(slot);
            }
        }
    }

    /// Nobody who lives here is without a timer, and nobody who does not has one.
    List<Breach> audit() {
        var breaches = new ArrayList<Breach>();
        var minds = state.minds();
        for (int slot = minds.table().next(0); slot >= 0; slot = minds.table().next(slot + 1)) {
            var status = state.residents().statusOf(slot);
            boolean lives = status == ResidentStatus.ACTIVE || status == ResidentStatus.SLEEPING;
            if (lives != (minds.wakeAt(slot) != 0)) {
                breaches.add(new Breach(
                        "who lives has a timer",
                        "slot %d is %s and wakes at %d".formatted(slot, status, minds.wakeAt(slot))));
            }
        }
        return breaches;
    }
}
