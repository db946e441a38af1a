package city.app.conform;

import city.app.conform.Wire.Address;
import city.app.conform.Wire.Protocol;
import java.io.IOException;

/// A mind that rests, and does one thing wrong. It lives until it is interrupted.
final class Mind implements Runnable {
    private static final int PAUSE_MILLIS = 500;

    private final Protocol protocol;
    private final Address address;
    private final Fault fault;

    Mind(Protocol protocol, Address address, Fault fault) {
        this.protocol = protocol;
        this.address = address;
        this.fault = fault;
    }

    @Override
    public void run() {
        boolean hasLived = false;
        while (fault != Fault.GONE_AFTER_A_CUT || !hasLived) {
            try (var http = new HttpWire(address)) {
                http.set("{\"kind\": \"external\", \"threshold\": 0, \"patience\": %d}".formatted(fault.patience()));
                hasLived = true;
                live();
            } catch (IOException cut) {
                // It tries again.
            } catch (InterruptedException over) {
                return;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private void live() throws IOException, InterruptedException {
        try (var wire = protocol.open(address)) {
            while (true) {
                fault.answer(wire, wire.question());
            }
        }
    }
}
