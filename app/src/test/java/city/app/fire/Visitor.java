package city.app.fire;

import city.app.fire.process.Caller;
import city.app.fire.process.Caller.Said;
import city.app.fire.process.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody who commands a running city from outside, a bit of everything, between ticks and while it stands still.
final class Visitor {
    private static final int ROUNDS = 5;

    /// A tick or more passes between two commands.
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final Caller city;
    private final List<Said> answers = new ArrayList<>();

    Visitor(Caller city) {
        this.city = city;
    }

    /// @return what the city said to each command
    List<Said> meddle() throws IOException {
        post("/world/clock/pause", "{}");
        post("/world/clock/speed", "{\"speed\": 100}");
        var residents = city.residents();
        var location = city.get("/world/locations?limit=100").texts("id").getLast();
        for (int round = 0; round < ROUNDS; round++) {
            commandPaused(residents.get(round), residents.get(round + 1));
            post("/world/clock/resume", "{}");
            commandRunning(residents.get(round), residents.get(round + 1), location);
            post("/world/clock/pause", "{}");
            post("/world/clock/step", "{\"ticks\": 10}");
        }
        post("/world/clock/speed", "{\"speed\": \"max\"}");
        post("/world/clock/resume", "{}");
        return answers;
    }

    private void commandPaused(String one, String other) throws IOException {
        transfer(one, other, "1.25");
        transfer(other, one, "0.01");
    }

    private void commandRunning(String one, String other, String location) throws IOException {
        var newcomer = post("/agents", "{\"name\": \"Ada Miller\", \"balance\": \"100.00\"}")
                .text("id");
        transfer(newcomer, one, "20.00");
        post("/agents/%s/stop".formatted(other), "{}");
        post("/world/locations/%s/close".formatted(location), "{\"reason\": \"The roof is mended\"}");
        post("/agents/%s/actions".formatted(one), "{\"type\": \"wait\", \"minutes\": 30}");
        post("/agents/%s/start".formatted(other), "{}");
        post("/world/locations/%s/reopen".formatted(location), "{}");
        answers.add(city.delete("/agents/" + newcomer));
    }

    private void transfer(String from, String to, String amount) throws IOException {
        post("/economy/transactions", Caller.json(Map.of("sender_id", from, "receiver_id", to, "amount", amount)));
    }

    private Said post(String path, String body) throws IOException {
        var said = city.post(path, body);
        answers.add(said);
        Run.rest(A_MOMENT);
        return said;
    }
}
