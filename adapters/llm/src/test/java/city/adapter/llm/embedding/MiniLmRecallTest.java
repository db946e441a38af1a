package city.adapter.llm.embedding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.EmbedderSettings;
import city.adapter.llm.Embedders;
import city.adapter.vectors.VectorSettings;
import city.adapter.vectors.VectorShelf;
import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.RecallQuery;
import city.memory.application.MemoryModule;
import city.memory.domain.Recall;
import city.memory.domain.Recall.Candidate;
import city.memory.domain.Remembered;
import city.memory.domain.Standing;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryIndex.Question;
import city.memory.testing.Memories;
import city.world.kernel.CityClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The model in the process for real, through the index in the process and the rules of recall. All memories
/// are equally old and equally important, so that what they mean alone decides.
class MiniLmRecallTest {
    private static final EmbedderSettings.MiniLm MINI_LM = new EmbedderSettings.MiniLm(Path.of("target", "natives"), 0);

    private static final String ASKED = "what did I buy last week";
    private static final String BOUGHT = "Paid the baker for two loaves on Tuesday";

    private static final List<String> UNRELATED = List.of(
            "The storm tore tiles off the roof of the school",
            "Clara sang in the choir at the church",
            "My knee hurts when it is cold",
            "The council voted against a higher curfew",
            "Dora told me that her brother is ill",
            "We danced until midnight at the harvest festival",
            "The river froze near the old mill",
            "Emil beat me at chess again",
            "A fox ran across the square at dawn",
            "The tram was late because of the snow",
            "Greta wants to become mayor",
            "The lamp in the stairwell is broken",
            "I slept badly and dreamed of the sea",
            "Otto taught the children how to swim",
            "Fog hid the towers of downtown",
            "The library closes early in winter",
            "My neighbour plays the violin every evening",
            "Ben and I quarrelled about the election",
            "The dog of the miller bit a stranger",
            "A choir from the north visited the town hall",
            "The heat made everybody lazy",
            "Ida broke her arm on the ice",
            "The new bridge opened with a brass band",
            "I watered the tomatoes behind the house",
            "Karl was elected to the council",
            "The bell rang twice before the fire",
            "A stranger asked me the way to the station",
            "Lena wrote a poem about autumn",
            "The clock on the tower stopped at noon",
            "I fixed the leaking tap in the kitchen",
            "Max is afraid of thunder",
            "Nobody came to the meeting about noise",
            "The children built a castle of sand",
            "Nora moved to the residential district",
            "We watched the stars from the hill",
            "The power failed for an hour",
            "Paul apologised for being rude",
            "The teacher praised my daughter",
            "Rain flooded the cellar",
            "Rosa is angry with her uncle",
            "The theatre played a comedy",
            "I walked along the canal with Sven",
            "Tilda believes in ghosts",
            "The vote on zoning was postponed",
            "Uwe snores so loudly that the walls shake",
            "A swarm of bees settled in the oak",
            "Vera dreams of travelling to the coast",
            "The wind was so strong that I fell",
            "Willi forgot my name",
            "The museum shows paintings of ships",
            "Yara forgave me",
            "I met the doctor because of my cough",
            "The kite of the boys got stuck in a tree",
            "Zoe laughs at every joke");

    private final Recall recall = new Recall(new CityClock(Instant.EPOCH, Duration.ofMinutes(5)));

    @TempDir
    Path folder;

    @Test
    void whatMeansTheSameIsFoundThoughNoWordIsShared() {
        assertThat(UNRELATED).hasSizeGreaterThanOrEqualTo(50);
        assertThat(words(ASKED)).doesNotContainAnyElementsOf(words(BOUGHT));

        try (var miniLm = Embedders.of(MINI_LM)) {
            assertThat(recalled(miniLm)).startsWith(BOUGHT);
        }
    }

    @Test
    void wordsAndPartsOfWordsAloneDoNotFindIt() {
        assertThat(recalled(MemoryModule.embedder())).hasSize(10).doesNotContain(BOUGHT);
    }

    /// What comes to mind, the best first.
    private List<String> recalled(Embedder embedder) {
        var texts = Stream.concat(UNRELATED.stream(), Stream.of(BOUGHT)).toList();
        var embeddings = embedder.embed(texts);
        var memories = new HashMap<MemoryId, Memory>();
        IntStream.range(0, texts.size())
                .mapToObj(i -> memory(i, texts.get(i)))
                .forEach(it -> memories.put(it.id(), it));
        var settings = new VectorSettings(folder.resolve("vectors"), embedder.space(), embedder.dimension(), 1 << 26);
        try (var index = new VectorShelf(settings).create()) {
            index.putMemories(IntStream.range(0, texts.size())
                    .mapToObj(i -> new Remembered(memories.get(Memories.id(i)), embeddings.get(i)))
                    .toList());
            var query = new RecallQuery(Memories.ANN, ASKED, 10, 1);
            var asked = embedder.embed(List.of(ASKED)).getFirst();
            var candidates = index.nearest(List.of(new Question(Memories.ANN, asked, query.candidates())))
                    .getFirst();
            return recall
                    .best(
                            query,
                            candidates.stream()
                                    .map(it -> new Candidate(
                                            Standing.of(requireNonNull(memories.get(it.memory()))), it.cosine()))
                                    .toList())
                    .stream()
                    .map(it -> requireNonNull(memories.get(it.memory())).text())
                    .toList();
        }
    }

    private static Memory memory(int number, String text) {
        return new Memory(
                Memories.id(number), Memories.ANN, Memory.Kind.OBSERVATION, text, 500, 0, 0, 0, false, List.of());
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.toLowerCase(Locale.ROOT).split(" ")));
    }
}
