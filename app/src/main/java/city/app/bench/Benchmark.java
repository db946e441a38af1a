package city.app.bench;

import java.util.List;

/// One thing worth measuring.
public interface Benchmark {
    String name();

    /// What it measures, in a line.
    String about();

    List<Figures> run() throws Exception;
}
