package city.app.cli;

import city.app.fork.Fork;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(
        name = "fork",
        description =
                "Makes a second city that is equal to a stopped one up to a tick, and lives on its own from there.",
        footer = {
            "",
            "The second city is kept by a database of its own in DIR2: 'city run --data DIR2' goes on with it."
        })
final class ForkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--at", paramLabel = "T", required = true, description = "the last tick that both cities have")
    private long at;

    @Option(
            names = "--into",
            paramLabel = "DIR2",
            required = true,
            description = "the second city's folder, which must be new or empty")
    private Path into;

    @Option(
            names = "--generation",
            paramLabel = "N",
            description = "by which its messages are told from the first city's (default: one more than the first's)")
    private @Nullable Integer generation;

    @Override
    public Integer call() {
        var made = new Fork(database.data(), database.choice(), at, into, Optional.ofNullable(generation)).run();
        var out = spec.commandLine().getOut();
        out.printf("generation %d in %s, of generation %d%n", made.generation(), into, made.firstGeneration());
        out.printf("forked at tick %d, state %s%n", made.tick(), made.stateHash());
        return 0;
    }
}
