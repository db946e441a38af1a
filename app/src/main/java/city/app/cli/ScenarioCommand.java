package city.app.cli;

import city.adapter.scenario.ScenarioInvalid;
import city.adapter.scenario.ScenarioReader;
import city.app.Failure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "scenario",
        description = "Checks scenario files, and says what may stand in one.",
        subcommands = {ScenarioCommand.Check.class, ScenarioCommand.Schema.class})
final class ScenarioCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw Failure.wrongUsage("say what to do with a scenario: scenario check FILE, or scenario schema");
    }

    @SuppressWarnings("NullAway.Init")
    @Command(
            name = "check",
            description = "Reads a scenario as a run would and tells all its faults, or in a line what it is made of.")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "a scenario file, YAML or JSON, or a built-in one's name")
        private String file;

        @Override
        public Integer call() {
            try {
                var scenario = new ScenarioReader().read(file);
                spec.commandLine().getOut().println("fine: " + scenario.summary());
                return 0;
            } catch (ScenarioInvalid e) {
                e.messages().forEach(spec.commandLine().getErr()::println);
                if (e.more() > 0) {
                    spec.commandLine().getErr().printf("and %d more%n", e.more());
                }
                return Failure.WRONG_USAGE;
            }
        }
    }

    @SuppressWarnings("NullAway.Init")
    @Command(
            name = "schema",
            description = "Prints the JSON Schema (2020-12) of scenario files, for editors and tools.")
    static final class Schema implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().getOut().print(ScenarioReader.schema());
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
