package city.app.wiring;

import city.adapter.scenario.ScenarioInvalid;
import city.adapter.scenario.ScenarioReader;
import city.app.Failure;
import city.app.wiring.RunSettings.Founding;
import city.world.kernel.Genesis;
import city.world.kernel.machine.Origin;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// From what was asked for to a genesis, and whether a city that is there already is the one that was asked for. For
/// one thread.
final class Foundation {
    private final DataFolder folder;
    private final Founding asked;
    private @Nullable Genesis planned;

    Foundation(DataFolder folder, Founding asked) {
        this.folder = folder;
        this.asked = asked;
    }

    /// What is wrong with the scenario is said before anything is founded.
    ///
    /// @throws Failure when it is not valid; its errors go to stderr, a line each
    void requireSound() {
        if (asked.scenario().isPresent() && !mark().isKnown()) {
            planned = plan(asked.seed());
        }
    }

    /// @throws Failure when the scenario is not valid
    Genesis genesis() {
        return genesis(asked.seed());
    }

    /// @throws Failure when another seed or scenario was asked for than the city was founded with
    void requireSame(Origin origin, String where) {
        long seed = origin.genesis().seed();
        if (asked.seed().isPresent() && asked.seed().getAsLong() != seed) {
            throw Failure.wrongUsage("%s holds a city with seed %d, not %d; leave --seed out or choose another --data"
                    .formatted(where, seed, asked.seed().getAsLong()));
        }
        if (asked.scenario().isEmpty() && asked.residents().isEmpty()) {
            return;
        }
        var mark = mark();
        if (mark.names(origin)) {
            return;
        }
        var asFounded = genesis(OptionalLong.of(seed)).under(origin.genesis().rulesVersion());
        if (!Origin.of(asFounded, CityParts.CODEC).digest().equals(origin.digest())) {
            throw Failure.wrongUsage(
                    "%s holds a city of another scenario (%s); leave --scenario and --residents out or choose another --data"
                            .formatted(where, origin.genesis().name()));
        }
        mark.remember(origin);
    }

    /// A genesis is as large as its city, so the one that is planned already is not kept beyond this.
    private Genesis genesis(OptionalLong seed) {
        var ready = planned;
        planned = null;
        return ready != null && (seed.isEmpty() || seed.getAsLong() == ready.seed()) ? ready : plan(seed);
    }

    private Genesis plan(OptionalLong seed) {
        try {
            return new ScenarioReader()
                    .read(asked.scenario().orElse(Founding.DEFAULT_SCENARIO))
                    .genesis(seed, asked.residents());
        } catch (ScenarioInvalid e) {
            throw Failure.wrongFile(e.messages());
        }
    }

    private FoundingMark mark() {
        try {
            return FoundingMark.of(folder, asked);
        } catch (ScenarioInvalid e) {
            throw Failure.wrongFile(e.messages());
        }
    }
}
