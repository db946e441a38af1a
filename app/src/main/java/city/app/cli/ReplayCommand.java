package city.app.cli;

import city.app.wiring.StoppedCity;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(
        name = "replay",
        description = "Rebuilds a stopped city from its journal alone and compares it with the record.")
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--to",
            paramLabel = "T",
            description =
                    "the tick to stop at, begun at the keyframe before it; only at the last tick state and record are compared")
    private Long to;

    @Override
    public Integer call() {
        try (var city = StoppedCity.open(database.data(), database.choice())) {
            var end = city.replay(to == null ? OptionalLong.empty() : OptionalLong.of(to));
            end.note().ifPresent(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().printf("replayed to tick %d, state %s%n", end.tick(), end.stateHash());
            return 0;
        }
    }
}
