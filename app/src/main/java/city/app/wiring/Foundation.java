package city.app.wiring;

import city.adapter.scenario.ScenarioInvalid;
import city.adapter.scenario.ScenarioReader;
import city.app.Failure;
import city.app.wiring.RunSettings.Founding;
import city.world.kernel.Genesis;
import city.world.kernel.machine.Origin;
import java.util.OptionalLong;

/// From what was asked for to a genesis, and whether a city that is there already is the one that was asked for.
final class Foundation {
    private Foundation() {}

    /// @throws Failure when the scenario is not valid; its errors go to stderr, a line each
    static Genesis genesis(Founding asked) {
        return genesis(asked, asked.seed());
    }

    /// @throws Failure when another seed or scenario was asked for than the city was founded with
    static void requireSame(Origin origin, Founding asked, String where) {
        long seed = origin.genesis().seed();
        if (asked.seed().isPresent() && asked.seed().getAsLong() != seed) {
            throw Failure.wrongUsage("%s holds a city with seed %d, not %d; leave --seed out or choose another --data"
                    .formatted(where, seed, asked.seed().getAsLong()));
        }
        if (asked.scenario().isEmpty() && asked.residents().isEmpty()) {
            return;
        }
        var asFounded =
                genesis(asked, OptionalLong.of(seed)).under(origin.genesis().rulesVersion());
        var same = Origin.of(asFounded, CityParts.CODEC);
        if (!same.digest().equals(origin.digest())) {
            throw Failure.wrongUsage(
                    "%s holds a city of another scenario (%s); leave --scenario and --residents out or choose another --data"
                            .formatted(where, origin.genesis().name()));
        }
    }

    private static Genesis genesis(Founding asked, OptionalLong seed) {
        try {
            return new ScenarioReader()
                    .read(asked.scenario().orElse(Founding.DEFAULT_SCENARIO))
                    .genesis(seed, asked.residents());
        } catch (ScenarioInvalid e) {
            throw Failure.wrongFile(e.messages());
        }
    }
}
