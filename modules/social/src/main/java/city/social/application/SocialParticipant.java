package city.social.application;

import city.social.Social;
import city.social.SocialCommand;
import city.social.SocialCommand.EndInteraction;
import city.social.SocialCommand.Relate;
import city.social.SocialCommand.SocialResult;
import city.social.domain.SocialState;
import city.world.World;
import city.world.kernel.CityClock;
import city.world.kernel.Command;
import city.world.kernel.Participant;
import city.world.kernel.Turn;
import city.world.kernel.state.Table;
import java.util.List;
import java.util.Optional;

/// Talk and ties as the kernel sees them.
final class SocialParticipant implements Participant {
    private final SocialState state;
    private final World world;
    private final Social social;
    private final Manners manners;
    private final Partings partings;
    private final SnapshotReads reads;
    private final StateAudit audit;

    SocialParticipant(
            SocialState state, World world, Social social, Manners manners, Partings partings, SnapshotReads reads) {
        this.state = state;
        this.world = world;
        this.social = social;
        this.manners = manners;
        this.partings = partings;
        this.reads = reads;
        this.audit = new StateAudit(state);
    }

    @Override
    public String name() {
        return "social";
    }

    @Override
    public List<Table> tables() {
        return state.tables();
    }

    @Override
    public Optional<Class<?>> commands() {
        return Optional.of(SocialCommand.class);
    }

    @Override
    public Object handle(Command<?> command, Turn turn) {
        return switch ((SocialCommand<?>) command) {
            case Relate relate -> relate(relate, turn);
            case EndInteraction end -> end(end, turn);
        };
    }

    @Override
    public void phase(Turn turn) {
        partings.lapse(turn);
    }

    @Override
    public void loaded(CityClock clock, long tick) {
        manners.clock(clock);
        reads.clock(clock);
        state.reindex();
    }

    @Override
    public List<Breach> audit() {
        return audit.breaches();
    }

    private SocialResult relate(Relate wish, Turn turn) {
        int first = world.slotOf(wish.first());
        int other = world.slotOf(wish.other());
        if (first == World.NOWHERE || other == World.NOWHERE) {
            return new SocialResult.NoSuchResident(first == World.NOWHERE ? wish.first() : wish.other());
        }
        social.relate(first, other, wish.ofOther(), wish.ofFirst(), wish.strengthPerMille(), turn);
        return new SocialResult.Done();
    }

    private SocialResult end(EndInteraction wish, Turn turn) {
        var conversations = state.conversations();
        var table = conversations.table();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (conversations.idOf(row).equals(wish.interaction())) {
                partings.close(row, turn);
                return new SocialResult.Done();
            }
        }
        return new SocialResult.NoOpenInteraction(wish.interaction());
    }
}
