package city.agents.application;

import city.agents.AgentsCommand.Spawn;
import city.agents.AgentsCommand.SpawnResult;
import city.agents.AgentsEvent;
import city.agents.Life;
import city.agents.domain.body.Activity;
import city.agents.domain.body.Body;
import city.agents.domain.mind.Because;
import city.agents.domain.salience.FirstDeeds;
import city.agents.domain.state.AgentsState;
import city.agents.domain.talk.NewsKind;
import city.economy.Economy;
import city.world.ResidentId;
import city.world.World;
import city.world.kernel.Turn;
import java.util.Optional;

/// Lets residents into the city.
final class Arrivals {
    private final AgentsState state;
    private final World world;
    private final Economy economy;
    private final Doings doings;
    private final Timers timers;
    private final Talks talks;
    private final Roofs roofs;

    Arrivals(AgentsState state, World world, Economy economy, Doings doings, Timers timers, Talks talks, Roofs roofs) {
        this.state = state;
        this.world = world;
        this.economy = economy;
        this.doings = doings;
        this.timers = timers;
        this.talks = talks;
        this.roofs = roofs;
    }

    SpawnResult spawn(Spawn wish, Turn turn) {
        return refusal(wish).<SpawnResult>map(it -> it).orElseGet(() -> enter(wish, turn));
    }

    private Optional<SpawnResult.Refused> refusal(Spawn wish) {
        if (world.locations() == 0) {
            return refused("home", "the city has no place yet");
        }
        if (wish.id().isPresent() && world.slotOf(wish.id().get()) != World.NOWHERE) {
            return refused("id", "is taken: " + wish.id().get().value());
        }
        if (wish.home().isPresent() && world.rowOf(wish.home().get()) == World.NOWHERE) {
            return refused(
                    "home", "no location has this id: " + wish.home().get().value());
        }
        if (wish.job().isPresent() && !economy.hasFreePlace(wish.job().get())) {
            return refused("job", "has no free place: " + wish.job().get().value());
        }
        if (wish.endowment().compareTo(economy.mintable()) > 0) {
            return refused(
                    "endowment", "the mint can make %s more: %s".formatted(economy.mintable(), wish.endowment()));
        }
        return Optional.empty();
    }

    private SpawnResult enter(Spawn wish, Turn turn) {
        var id = wish.id().orElseGet(() -> new ResidentId(turn.newId()));
        int home = wish.home().map(world::rowOf).orElse(World.NOWHERE);
        int start = home == World.NOWHERE ? world.streetOf(0) : home;
        int slot = world.enter(id, start);
        economy.openAccount(slot, id, wish.endowment(), turn);
        state.residents().add(slot, id, wish.persona(), home, wish.home(), turn.tick());
        state.minds().add(slot, Body.FRESH, turn.tick());
        state.plans().add(slot);
        state.lives().add(slot, wish.life().orElse(Life.LIKE_MOST), turn.clock().day(turn.tick()));
        state.lives().learnPlace(slot, start);
        wish.job().ifPresent(job -> economy.takeJob(slot, job, turn));
        economy.employmentOf(slot).ifPresent(it -> knowsItsWork(slot, it.location()));
        doings.begin(slot, Activity.IDLE, Because.ARRIVED, start, turn);
        timers.set(slot, turn.tick() + 1);
        if (turn.tick() > 0) {
            talks.happened(slot, NewsKind.ARRIVED, slot, turn.tick());
        }
        roofs.entered(home);
        turn.raise(new AgentsEvent.Spawned(
                id, wish.persona().name(), world.location(start).id()));
        return new SpawnResult.Spawned(id);
    }

    /// Who comes with a job was there before.
    private void knowsItsWork(int slot, int place) {
        state.lives().learnPlace(slot, place);
        state.lives().learnDeed(slot, FirstDeeds.WORK);
    }

    private static Optional<SpawnResult.Refused> refused(String field, String reason) {
        return Optional.of(new SpawnResult.Refused(field, reason));
    }
}
