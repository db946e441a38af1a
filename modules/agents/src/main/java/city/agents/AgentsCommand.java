package city.agents;

import city.economy.JobId;
import city.economy.Money;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.Command;
import city.world.kernel.WireName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be asked of and for residents.
public sealed interface AgentsCommand<R> extends Command<R> {
    /// A resident arrives at its home, with money from the mint.
    ///
    /// @param id      empty for a fresh one
    /// @param home    empty for the street of the first neighborhood: a resident without a roof
    /// @param job     to be taken at once; refused when it has no free place
    /// @param life    empty for that of an adult like most
    @WireName("agents.spawn.v1")
    record Spawn(
            Optional<ResidentId> id,
            Persona persona,
            Optional<LocationId> home,
            Optional<JobId> job,
            Money endowment,
            Optional<Life> life)
            implements AgentsCommand<SpawnResult> {
        public Spawn(
                Optional<ResidentId> id,
                Persona persona,
                Optional<LocationId> home,
                Optional<JobId> job,
                Money endowment) {
            this(id, persona, home, job, endowment, Optional.empty());
        }

        public Spawn {
            if (endowment.isNegative()) {
                throw new IllegalArgumentException("endowment must not be negative: " + endowment);
            }
        }
    }

    sealed interface SpawnResult {
        @WireName("agents.spawn-done.v1")
        record Spawned(ResidentId id) implements SpawnResult {}

        @WireName("agents.spawn-refused.v1")
        record Refused(String field, String reason) implements SpawnResult {}
    }

    /// States who comes to the city of its own accord and who leaves it. Once, at genesis; without it nobody does.
    @WireName("agents.set-migration.v1")
    record SetMigration(Migration migration) implements AgentsCommand<MigrationSet> {}

    @WireName("agents.migration-set.v1")
    record MigrationSet(int arrivalsPerYear) {}

    /// The resident leaves for ever: its job ends, its balance goes to the treasury.
    @WireName("agents.depart.v1")
    record Depart(ResidentId resident) implements AgentsCommand<ResidentResult> {}

    /// The resident stands still until resumed: it decides nothing, and its needs rest.
    @WireName("agents.pause.v1")
    record Pause(ResidentId resident) implements AgentsCommand<ResidentResult> {}

    @WireName("agents.resume.v1")
    record Resume(ResidentId resident) implements AgentsCommand<ResidentResult> {}

    /// Changes what is given of name, text, traits and goals. Whoever asks says nothing of what is to stay, so that the
    /// same change is the same command whatever the resident is like by then.
    @WireName("agents.edit.v1")
    record Edit(
            ResidentId resident,
            Optional<String> name,
            Optional<String> text,
            Optional<Persona.SomeTraits> traits,
            Optional<List<String>> goals)
            implements AgentsCommand<ResidentResult> {
        /// What is given must be lawful whatever the resident is like.
        public Edit {
            goals = goals.map(List::copyOf);
            new Persona(name.orElse("nobody"), text.orElse(""), Persona.Traits.LIKE_MOST, goals.orElse(List.of()));
        }
    }

    /// Does something in the resident's name, now; what it was doing ends.
    @WireName("agents.act.v1")
    record Act(ResidentId resident, Action action) implements AgentsCommand<ActionResult> {}

    /// Says who decides for the resident when it matters. A question that is open to a mind of another kind is settled
    /// as declined, and the routine decides at once.
    @WireName("agents.set-mind.v1")
    record SetMind(ResidentId resident, MindSettings settings) implements AgentsCommand<ResidentResult> {}

    /// What a mind outside of the city answers to a question that {@link AgentsEvent.MindAsked} put. Carried out now;
    /// when the rules refuse it the routine decides.
    ///
    /// @param question  the number of the question; one that is not open any more is refused
    /// @param precedent the number of an earlier question of the same resident, when this is what was decided then;
    ///     empty for a fresh decision
    @WireName("agents.mind-replied.v1")
    record MindReplied(ResidentId resident, long question, Action action, Optional<Long> precedent)
            implements AgentsCommand<ActionResult> {
        public MindReplied(ResidentId resident, long question, Action action) {
            this(resident, question, action, Optional.empty());
        }
    }

    /// No answer will come to a question: the routine decides now.
    ///
    /// @param outcome any but {@link AgentsEvent.MindSettled.Outcome#FOLLOWED}
    @WireName("agents.mind-gave-up.v1")
    record MindGaveUp(ResidentId resident, long question, AgentsEvent.MindSettled.Outcome outcome)
            implements AgentsCommand<MindGivenUp> {
        public MindGaveUp {
            if (outcome == AgentsEvent.MindSettled.Outcome.FOLLOWED) {
                throw new IllegalArgumentException("outcome must be why nothing is followed: " + outcome);
            }
        }
    }

    /// @param wasOpen false when the question was settled before
    @WireName("agents.mind-given-up.v1")
    record MindGivenUp(boolean wasOpen) {}

    /// What a mind outside of the city made of a resident's days while it slept. Opinions are held from now on; the
    /// plan is that of the day on which it gets up, unless the rules refuse it or it is up already.
    ///
    /// @param fellAsleepAt tick up to which it has looked back
    /// @param opinions     of different subjects
    /// @param plan         in the order of the day; empty where the resident plans by itself
    @WireName("agents.night-thought.v1")
    record NightThought(ResidentId resident, long fellAsleepAt, List<Opinion> opinions, List<Intent> plan)
            implements AgentsCommand<NightResult> {
        /// Of each, more than a night needs.
        public static final int MOST_OPINIONS = 10;

        /// A plan has room for meals and bed beside.
        public static final int MOST_STEPS = 8;

        public NightThought {
            opinions = List.copyOf(opinions);
            plan = List.copyOf(plan);
            if (fellAsleepAt < 0) {
                throw new IllegalArgumentException("fellAsleepAt must not be negative: " + fellAsleepAt);
            }
            if (opinions.size() > MOST_OPINIONS) {
                throw new IllegalArgumentException(
                        "opinions must be at most %d: %d".formatted(MOST_OPINIONS, opinions.size()));
            }
            if (plan.size() > MOST_STEPS) {
                throw new IllegalArgumentException(
                        "plan must have at most %d steps: %d".formatted(MOST_STEPS, plan.size()));
            }
        }
    }

    sealed interface NightResult {
        /// @param refusedPlan why the plan is not followed; empty when it is, or there was none
        @WireName("agents.night-kept.v1")
        record Kept(Optional<String> refusedPlan) implements NightResult {}

        @WireName("agents.night-of-nobody.v1")
        record NoSuchResident(ResidentId resident) implements NightResult {}

        @WireName("agents.night-of-departed.v1")
        record HasDeparted(ResidentId resident) implements NightResult {}
    }

    /// A resident means to give a party, to which everybody may come. It tells whom it talks to, and those tell others.
    ///
    /// @param begins  city time
    /// @param minutes how long
    @WireName("agents.plan-party.v1")
    record PlanParty(ResidentId host, String name, LocationId location, Instant begins, int minutes)
            implements AgentsCommand<PartyResult> {
        public static final int LONGEST_NAME = 60;
        public static final int FEWEST_MINUTES = 30;
        public static final int MOST_MINUTES = 12 * 60;

        /// It may begin at most so far ahead.
        public static final int MOST_DAYS_AHEAD = 7;

        public PlanParty {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "name must be 1 to %d characters and not blank: \"%s\"".formatted(LONGEST_NAME, name));
            }
            Persona.requireText("name", name);
            if (minutes < FEWEST_MINUTES || minutes > MOST_MINUTES) {
                throw new IllegalArgumentException(
                        "minutes must be %d to %d: %d".formatted(FEWEST_MINUTES, MOST_MINUTES, minutes));
            }
        }
    }

    sealed interface PartyResult {
        @WireName("agents.party-planned.v1")
        record Planned(PartyId party) implements PartyResult {}

        /// @param field of the command
        @WireName("agents.party-refused.v1")
        record Refused(String field, String reason) implements PartyResult {}

        @WireName("agents.party-of-nobody.v1")
        record NoSuchResident(ResidentId resident) implements PartyResult {}

        @WireName("agents.party-of-departed.v1")
        record HasDeparted(ResidentId resident) implements PartyResult {}
    }

    sealed interface ResidentResult {
        @WireName("agents.resident-changed.v1")
        record Done() implements ResidentResult {}

        /// It was so already.
        @WireName("agents.resident-unchanged.v1")
        record Already() implements ResidentResult {}

        @WireName("agents.unknown-resident.v1")
        record NoSuchResident(ResidentId resident) implements ResidentResult {}

        @WireName("agents.has-departed.v1")
        record HasDeparted(ResidentId resident) implements ResidentResult {}
    }
}
