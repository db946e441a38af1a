package city.app.cli;

import city.app.wiring.StoppedCity;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(
        name = "verify",
        description = "Re-checks every invariant of a stopped city: journal, events, state, money, references.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        try (var city = StoppedCity.open(database.data(), database.choice())) {
            var end = city.verify();
            spec.commandLine().getOut().printf("verified at tick %d, state %s%n", end.tick(), end.stateHash());
            return 0;
        }
    }
}
