package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The model of sentences that is in the JAR, chosen by one option.
class EmbedderIT {
    @TempDir
    private Path folder;

    @Test
    void aMemoryIsFoundByItsMeaningWhereNoWordIsShared() throws Exception {
        try (var city = LiveCity.start(
                folder.resolve("city"), Map.of(), "--scenario", "village", "--speed", "1", "--embedder", "minilm")) {
            var memories = "/api/v1/agents/%s/memories"
                    .formatted(city.ids("/api/v1/agents?limit=1").getFirst());
            for (var text : new String[] {
                "Purchased a loaf at Osric's bakery for four crowns.",
                "The river was high and the mill stood still.",
                "Cassius sang in the chapel until midnight."
            }) {
                var said = city.post(memories, "{\"content\": \"%s\"}".formatted(text));
                assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
            }

            var query = URLEncoder.encode("What did I buy?", StandardCharsets.UTF_8);
            var found = Json.items(city.read(memories + "?limit=1&query=" + query));

            assertThat(found)
                    .singleElement()
                    .satisfies(
                            it -> assertThat(String.valueOf(it.get("content"))).startsWith("Purchased a loaf"));
        }
    }
}
