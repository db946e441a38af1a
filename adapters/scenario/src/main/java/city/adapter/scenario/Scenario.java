package city.adapter.scenario;

import city.adapter.scenario.MindsReader.Minds;
import city.adapter.scenario.text.Faults;
import city.adapter.scenario.text.Place;
import city.agents.AgentsCommand.Spawn;
import city.economy.EconomyCommand.FoundEconomy;
import city.world.WorldCommand.FoundWorld;
import city.world.kernel.Command;
import city.world.kernel.Genesis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/// A city as a file describes it, without a fault. Immutable.
public final class Scenario {
    private final Plan plan;
    private final IntFunction<Plan> sized;

    /// @param sized the plan for another number of residents
    Scenario(Plan plan, IntFunction<Plan> sized) {
        this.plan = plan;
        this.sized = sized;
    }

    public String name() {
        return plan.name();
    }

    public long seed() {
        return plan.seed();
    }

    public int residents() {
        return plan.residents();
    }

    /// A line about what it is made of: how many of what, and how far food and wages go on an average day when all
    /// places at work are taken.
    public String summary() {
        return Summary.of(plan.world(), plan.economy(), plan.residents());
    }

    public Genesis genesis() {
        return genesis(OptionalLong.empty(), OptionalInt.empty());
    }

    /// Entry 0 of the journal: world, economy, customs, then one command a resident, one for each
    /// whose mind is another.
    ///
    /// @param seed      instead of the scenario's own
    /// @param residents how many: of those listed the first so many; beyond them the populations grow or shrink in
    ///                  proportion
    /// @throws ScenarioInvalid when so many cannot live there
    public Genesis genesis(OptionalLong seed, OptionalInt residents) {
        var fitting = residents.isPresent() ? sized.apply(residents.getAsInt()) : plan;
        return fitting.genesis(seed.orElse(fitting.seed()));
    }

    /// What a file says.
    ///
    /// @param minds       who decide for residents; empty when all do by routine
    /// @param listed      residents who are described one by one
    /// @param byRule      how many of the populations, the last ones, live in districts that were generated
    /// @param vacancies   what they leave free
    record Plan(
            String file,
            String name,
            long seed,
            Instant epoch,
            Duration step,
            FoundWorld world,
            FoundEconomy economy,
            Customs customs,
            Optional<Minds> minds,
            List<Spawn> listed,
            List<Population> populations,
            int byRule,
            Vacancies vacancies) {
        Plan {
            listed = List.copyOf(listed);
            populations = List.copyOf(populations);
        }

        int residents() {
            return listed.size() + count(populations);
        }

        /// How many live in districts that were generated.
        int generated() {
            return count(populations.subList(populations.size() - byRule, populations.size()));
        }

        boolean generates() {
            return byRule > 0;
        }

        private static int count(List<Population> populations) {
            return populations.stream().mapToInt(Population::count).sum();
        }

        Genesis genesis(long seed) {
            var founding = new ArrayList<Command<?>>(List.of(world, economy));
            founding.addAll(customs.founding());
            var faults = new Faults(file);
            var residents = new ArrayList<>(listed);
            residents.addAll(settlers(seed, faults));
            founding.addAll(residents);
            minds.ifPresent(it -> founding.addAll(it.founding(residents)));
            if (!faults.areNone()) {
                throw ScenarioInvalid.of(faults);
            }
            return new Genesis(name, seed, Genesis.RULES_VERSION, epoch, step, founding);
        }

        List<Spawn> settlers(long seed, Faults faults) {
            var taken = new HashSet<String>();
            listed.forEach(it -> taken.add(it.persona().name()));
            var vacant = vacancies.copy();
            var settlers = new ArrayList<Spawn>();
            for (int i = 0; i < populations.size(); i++) {
                settlers.addAll(populations.get(i).settle(seed, i, taken, vacant, faults));
            }
            return settlers;
        }

        /// @throws ScenarioInvalid when it has fewer, and generates none
        Plan sized(int residents) {
            if (residents < 1 || residents > PopulationReader.MAX_RESIDENTS) {
                throw refused("residents must be 1 to %d: %d".formatted(PopulationReader.MAX_RESIDENTS, residents));
            }
            if (residents <= listed.size()) {
                return with(listed.subList(0, residents), List.of());
            }
            if (populations.isEmpty()) {
                throw refused("residents must be 1 to %d, for %s generates none: %d. Maybe you meant the scenario town."
                        .formatted(listed.size(), name, residents));
            }
            return with(listed, scaled(residents - listed.size()));
        }

        private List<Population> scaled(int wanted) {
            var scaled = new ArrayList<Population>();
            long before = 0;
            long all = count(populations);
            for (var population : populations) {
                long after = before + population.count();
                int count = (int) (after * wanted / all - before * wanted / all);
                if (count > 0) {
                    scaled.add(population.of(count));
                }
                before = after;
            }
            return scaled;
        }

        private Plan with(List<Spawn> listed, List<Population> populations) {
            return new Plan(
                    file, name, seed, epoch, step, world, economy, customs, minds, listed, populations, 0, vacancies);
        }

        private ScenarioInvalid refused(String reason) {
            var faults = new Faults(file);
            faults.add(Place.START, reason);
            return ScenarioInvalid.of(faults);
        }
    }
}
