package city.app.bench;

import java.io.PrintWriter;
import java.util.List;

/// One thing worth measuring.
public interface Benchmark {
    String name();

    /// What it measures, in a line.
    String about();

    List<Figures> run() throws Exception;

    /// The same, for one that has more to say than figures.
    default List<Figures> run(PrintWriter out) throws Exception {
        return run();
    }
}
