package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Villages of which some residents think with a model that always says the same. For one thread.
final class ScriptedVillage implements AutoCloseable {
    static final String REASON = "I am at ease.";

    private static final String MODEL = mind("model");
    private static final String ROUTINE = mind("routine");
    private static final String REST = "{\"thought\": \"" + REASON + "\", \"type\": \"rest\", \"target\": [],"
            + " \"number\": 30, \"words\": \"\", \"tone\": \"plain\", \"topic\": \"\"}";

    private final Path folder;
    private final Runs runs = new Runs();
    private final StubProvider model = StubProvider.start(WireFormat.OPENAI);

    ScriptedVillage(Path folder) {
        this.folder = folder;
        model.always(Deed.answer(REST));
    }

    /// From now on it takes its time: any, up to the given one.
    void hesitate(Duration atMost) {
        model.always(new Deed.Think(_ -> new Deed.Late(
                Duration.ofNanos(ThreadLocalRandom.current().nextLong(atMost.toNanos())), Deed.answer(REST))));
    }

    Runs runs() {
        return runs;
    }

    /// What the model was told so far.
    List<String> prompts() {
        return model.calls().stream().map(it -> it.body()).toList();
    }

    Kept kept(String name) {
        return Kept.in(folder.resolve(name));
    }

    /// Nobody thinks, and time flies.
    void fly(Kept kept, int end) {
        runs.end(
                kept,
                "run",
                "--scenario",
                "village",
                "--seed",
                "5",
                "--ticks",
                "" + end,
                "--speed",
                "max",
                "--headless");
    }

    /// Lets it run with its model, and with time for a machine that is busy.
    Run run(Kept kept, int end, String speed) throws IOException {
        var minds = Files.writeString(folder.resolve("minds.yml"), """
                deadline_ms: 20000
                providers:
                  - name: stub
                    kind: openai
                    url: %s
                    model: tiny
                    key_env: STUB_KEY
                """.formatted(model.baseUrl()));
        return runs.start(
                kept.with(Map.of("STUB_KEY", "sk-of-a-test")),
                "run",
                "--minds",
                minds.toString(),
                "--speed",
                speed,
                "--ticks",
                "" + end,
                "--port",
                "0",
                "--mqtt-port",
                "0");
    }

    static void letThink(Caller caller, List<String> residents) throws IOException {
        set(caller, residents, MODEL);
    }

    static void letBe(Caller caller, List<String> residents) throws IOException {
        set(caller, residents, ROUTINE);
    }

    @Override
    public void close() {
        runs.close();
        model.close();
    }

    private static void set(Caller caller, List<String> residents, String mind) throws IOException {
        for (var resident : residents) {
            assertThat(caller.put("/agents/" + resident + "/mind", mind).status())
                    .isEqualTo(200);
        }
    }

    private static String mind(String kind) {
        return "{\"kind\": \"%s\", \"threshold\": 0, \"patience\": 12}".formatted(kind);
    }
}
