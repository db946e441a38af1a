package city.app.cli;

import city.app.Release;
import city.world.kernel.Genesis;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(name = "version", description = "Says which release this is and by which rules its cities live.")
final class VersionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .printf("city %s, rules %d, Java %s%n", Release.version(), Genesis.RULES_VERSION, Runtime.version());
        return 0;
    }
}
