package city.app.cli;

import city.app.Failure;
import city.world.ResidentId;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads `--agent`, in its full form only: the JDK takes shorter ones and makes others of them.
final class ResidentOption {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ResidentOption() {}

    /// @throws Failure when it is none
    static ResidentId read(String agent) {
        if (!ID.matcher(agent).matches()) {
            throw Failure.wrongUsage("--agent must be a resident's id, which is a UUID: " + agent);
        }
        return new ResidentId(UUID.fromString(agent));
    }
}
