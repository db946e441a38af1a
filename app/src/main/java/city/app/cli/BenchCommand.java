package city.app.cli;

import city.app.bench.Suite;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(name = "bench", description = "Runs the benchmarks and prints a table.")
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "one benchmark (default: all)")
    private Optional<String> name = Optional.empty();

    @Option(names = "--list", description = "names the benchmarks and runs none")
    private boolean list;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the figures here, too")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (list) {
            Suite.list(out);
        } else {
            Suite.run(name, json, out);
        }
        return 0;
    }
}
