package city.app.cli;

import city.app.Failure;
import city.app.tokens.TokenFile;
import city.world.ResidentId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(
        name = "token",
        description = "Issues the token by which a program outside of the city speaks for a resident, and prints it.",
        footer = {
            "",
            "It takes the place of the resident's last one, and is kept nowhere. A city that runs knows of it at once."
        })
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the city's folder (default: ${DEFAULT-VALUE})",
            defaultValue = "city-data")
    private Path data;

    @Option(names = "--agent", paramLabel = "ID", required = true, description = "the resident's id")
    private String agent;

    @Option(names = "--revoke", description = "end its token instead: nobody speaks for it until another is issued")
    private boolean revoke;

    @Option(names = "--open", description = "forget its token instead: anybody on this machine speaks for it again")
    private boolean open;

    @Override
    public Integer call() {
        if (revoke && open) {
            throw Failure.wrongUsage("--revoke and --open exclude each other");
        }
        if (!Files.isDirectory(data)) {
            throw Failure.couldNotStart("there is no data folder " + data + "; name the city's with --data");
        }
        var out = spec.commandLine().getOut();
        out.println(done(TokenFile.of(data, false), ResidentOption.read(agent)));
        out.flush();
        return 0;
    }

    private String done(TokenFile tokens, ResidentId resident) {
        if (revoke) {
            tokens.revoke(resident);
            return "revoked: nobody speaks for %s until a token is issued anew".formatted(resident.value());
        }
        if (open) {
            tokens.open(resident);
            return "open: %s needs no token any more".formatted(resident.value());
        }
        return tokens.issue(resident);
    }
}
