package city.app.bench;

import city.adapter.vectors.VectorSettings;
import city.adapter.vectors.VectorShelf;
import city.memory.MemoryId;
import city.memory.RecallQuery;
import city.memory.application.MemoryModule;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Entry;
import city.memory.spi.MemoryIndex.Question;
import city.world.ResidentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The nearest ten of a resident's memories, in the mapped file, each question about another resident: with a
/// quarter, half and all of the cap, and when nothing of the file is in memory; and as many as a recall of ten has to
/// choose from.
///
/// @param residents each with a thousand memories; besides them some with fewer
record RecallBenchmark(int residents) implements Benchmark {
    private static final Embedder EMBEDDER = MemoryModule.embedder();
    private static final int MEMORIES = 1_000;
    private static final int NEAREST = 10;
    private static final int CANDIDATES = new RecallQuery(resident(0), "words", NEAREST, 0).candidates();
    private static final int QUESTIONS = 5_000;
    private static final int COLD_QUESTIONS = 100;

    /// With 250, and with 500 memories.
    private static final int FEWER = 100;

    private static final long MOST_BYTES = 1L << 40;
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");

    @Override
    public String name() {
        return "recall-" + residents;
    }

    @Override
    public String about() {
        return "the nearest %d of %d memories of one of %d residents, %d components, and the file's size"
                .formatted(NEAREST, MEMORIES, residents, EMBEDDER.dimension());
    }

    @Override
    public List<Figures> run() throws Exception {
        try (var folder = new TemporaryFolder()) {
            var file = folder.path().resolve("vectors");
            var shelf = new VectorShelf(new VectorSettings(file, name(), EMBEDDER.dimension(), MOST_BYTES));
            var random = new Random(7);
            var figures = new ArrayList<Figures>();
            try (var index = shelf.create()) {
                fill(index, 0, residents, MEMORIES, random);
                fill(index, residents, FEWER, MEMORIES / 4, random);
                fill(index, residents + FEWER, FEWER, MEMORIES / 2, random);
                ask(index, 0, residents, NEAREST, QUESTIONS, random);
                figures.add(figure("warm", ask(index, 0, residents, NEAREST, QUESTIONS, random)));
                figures.add(figure("warm-candidates", ask(index, 0, residents, CANDIDATES, QUESTIONS, random)));
                figures.add(figure("warm-of-250", ask(index, residents, FEWER, NEAREST, QUESTIONS, random)));
                figures.add(figure("warm-of-500", ask(index, residents + FEWER, FEWER, NEAREST, QUESTIONS, random)));
            }
            figures.add(Figures.of(
                    name() + ".file", "MB", new double[] {Files.size(file) / 1e6}, Map.of("residents", residents)));
            if (dropCaches()) {
                try (var index = shelf.open().orElseThrow()) {
                    figures.add(figure("cold", ask(index, 0, residents, NEAREST, COLD_QUESTIONS, random)));
                }
            }
            return figures;
        }
    }

    private static void fill(MemoryIndex index, int from, int count, int memories, Random random) {
        for (int number = from; number < from + count; number++) {
            var resident = resident(number);
            var texts = Stream.generate(() -> text(random)).limit(memories).toList();
            index.put(EMBEDDER.embed(texts).stream()
                    .map(it -> new Entry(new MemoryId(new UUID(2, random.nextLong())), resident, it))
                    .toList());
        }
    }

    /// @return microseconds each, without what it takes to make a vector of the words
    private static double[] ask(MemoryIndex index, int from, int count, int nearest, int questions, Random random) {
        var micros = new double[questions];
        for (int i = 0; i < questions; i++) {
            var asked = EMBEDDER.embed(List.of(text(random))).getFirst();
            var question = new Question(resident(from + random.nextInt(count)), asked, nearest);
            long start = System.nanoTime();
            var found = index.nearest(List.of(question));
            micros[i] = (System.nanoTime() - start) / 1e3;
            if (found.getFirst().size() != nearest) {
                throw new IllegalStateException(
                        "found %d of %d".formatted(found.getFirst().size(), nearest));
            }
        }
        return micros;
    }

    private static ResidentId resident(int number) {
        return new ResidentId(new UUID(1, number));
    }

    /// Words at random.
    private static String text(Random random) {
        return random.ints(8, 0, 10_000).mapToObj(it -> "word" + it).collect(Collectors.joining(" "));
    }

    /// @return false where the system does not let this process; then nothing is said of cold reads
    private static boolean dropCaches() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
        if (!Files.isWritable(DROP_CACHES)) {
            return false;
        }
        Files.writeString(DROP_CACHES, "1");
        return true;
    }

    private Figures figure(String what, double[] micros) {
        return Figures.of(
                name() + "." + what,
                "us",
                micros,
                Map.of(
                        "residents",
                        residents,
                        "products",
                        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "vector" : "scalar"));
    }
}
