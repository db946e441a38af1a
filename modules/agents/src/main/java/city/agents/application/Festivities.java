package city.agents.application;

import city.agents.AgentsCommand.PartyResult;
import city.agents.AgentsCommand.PlanParty;
import city.agents.AgentsEvent.PartyJoined;
import city.agents.AgentsEvent.PartyPlanned;
import city.agents.AgentsEvent.PartyTold;
import city.agents.PartyId;
import city.agents.ResidentStatus;
import city.agents.domain.body.Activity;
import city.agents.domain.party.Invitation;
import city.agents.domain.party.Party;
import city.agents.domain.state.AgentsState;
import city.agents.domain.state.Parties;
import city.social.Social;
import city.world.LocationKind;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import city.world.kernel.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Parties: residents plan them, tell each other of them, and come.
final class Festivities {
    private static final Purpose COMES = Purpose.of("agents.comes-to-party");

    private final AgentsState state;
    private final World world;
    private final Social social;
    private final Work work;

    Festivities(AgentsState state, World world, Social social, Work work) {
        this.state = state;
        this.world = world;
        this.social = social;
        this.work = work;
    }

    PartyResult plan(PlanParty wish, Turn turn) {
        int host = world.slotOf(wish.host());
        if (!state.residents().exists(host)) {
            return new PartyResult.NoSuchResident(wish.host());
        }
        if (state.residents().statusOf(host) == ResidentStatus.DEPARTED) {
            return new PartyResult.HasDeparted(wish.host());
        }
        return refusal(host, wish, turn).<PartyResult>map(it -> it).orElseGet(() -> planned(host, wish, turn));
    }

    /// Whoever hears of a party for the first time keeps it in mind. What the teller does not know itself is only
    /// words.
    ///
    /// @param topic of what was said
    void told(int teller, List<Integer> hearers, String topic, Turn turn) {
        PartyId.of(topic)
                .flatMap(state.parties()::find)
                .filter(it -> !it.isOver(turn.tick()) && knows(teller, it))
                .ifPresent(party ->
                        hearers.stream().filter(it -> !knows(it, party)).forEach(it -> told(it, teller, party, turn)));
    }

    /// Notes who comes.
    ///
    /// @param place where somebody begins something, a row, or {@link World#NOWHERE}
    void began(int slot, Activity activity, int place, Turn turn) {
        boolean takesPart =
                switch (activity) {
                    case WALKING, SLEEPING, STILL, GONE -> false;
                    case IDLE, WORKING, EATING, SHOPPING, RESTING, RELAXING, WAITING, TALKING, LEARNING -> true;
                };
        if (!takesPart) {
            return;
        }
        for (var party : state.parties().knownTo(slot, turn.tick())) {
            boolean isThere = party.place() == place && party.isOn(turn.tick());
            if (isThere && !invitation(slot, party).orElseThrow().hasCome()) {
                state.parties().came(slot, party.id(), turn.tick());
                var location = world.location(place).id();
                turn.raise(new PartyJoined(party.id(), state.residents().idOf(slot), party.name(), location));
            }
        }
    }

    private Optional<PartyResult.Refused> refusal(int host, PlanParty wish, Turn turn) {
        int place = world.rowOf(wish.location());
        if (place == World.NOWHERE) {
            return refused(
                    "location", "no location has this id: " + wish.location().value());
        }
        var location = world.location(place);
        if (location.kind() == LocationKind.HOME && place != state.residents().homeOf(host)) {
            return refused("location", "is the home of others: " + location.name());
        }
        var now = turn.clock().at(turn.tick());
        if (!wish.begins().isAfter(now)) {
            return refused("begins", "must be after %s, the city's time: %s".formatted(now, wish.begins()));
        }
        if (wish.begins().isAfter(now.plus(Duration.ofDays(PlanParty.MOST_DAYS_AHEAD)))) {
            return refused("begins", "must be within %d days: %s".formatted(PlanParty.MOST_DAYS_AHEAD, wish.begins()));
        }
        if (!isOpen(place, wish, turn)) {
            return refused("begins", "must be when %s is open all the while".formatted(location.name()));
        }
        return state.parties().ahead(turn.tick()).size() < Parties.MOST_AHEAD
                ? Optional.empty()
                : refused("host", "there are %d parties ahead already".formatted(Parties.MOST_AHEAD));
    }

    private boolean isOpen(int place, PlanParty wish, Turn turn) {
        var weekdays = work.moment(turn).weekdays();
        var clock = turn.clock();
        for (long tick = begins(wish, turn); tick < ends(wish, turn); tick++) {
            if (!world.opens(place, weekdays.applyAsInt(clock.day(tick)), clock.minuteOfDay(tick))) {
                return false;
            }
        }
        return true;
    }

    private PartyResult planned(int host, PlanParty wish, Turn turn) {
        var party = new Party(
                new PartyId(turn.newId()),
                wish.name(),
                host,
                world.rowOf(wish.location()),
                begins(wish, turn),
                ends(wish, turn));
        state.parties().add(party);
        state.parties().hear(host, new Invitation(party.id(), host, turn.tick(), true, 0));
        turn.raise(new PartyPlanned(
                party.id(),
                wish.host(),
                wish.name(),
                wish.location(),
                turn.clock().at(party.begins()),
                turn.clock().at(party.ends())));
        return new PartyResult.Planned(party.id());
    }

    /// The first tick at or after the time. The time must not be far.
    private static long begins(PlanParty wish, Turn turn) {
        var until = Duration.between(turn.clock().epoch(), wish.begins());
        long seconds = until.getSeconds() + (until.getNano() > 0 ? 1 : 0);
        return Math.ceilDiv(seconds, turn.clock().step().toSeconds());
    }

    private static long ends(PlanParty wish, Turn turn) {
        return begins(wish, turn) + turn.clock().ticksFor(wish.minutes());
    }

    private void told(int slot, int teller, Party party, Turn turn) {
        boolean willing = isWilling(slot, party, turn);
        state.parties().hear(slot, new Invitation(party.id(), teller, turn.tick(), willing, 0));
        var residents = state.residents();
        turn.raise(new PartyTold(party.id(), residents.idOf(slot), residents.idOf(teller), party.name(), willing));
    }

    /// Rather the outgoing, and those who like the host or are of its kin.
    private boolean isWilling(int slot, Party party, Turn turn) {
        var traits = state.residents().traitsOf(slot);
        var tie = social.tie(slot, party.host(), turn.tick());
        int perMille = 250
                + 5 * traits.extraversion()
                + 2 * (traits.agreeableness() - 50)
                + tie.affinity() / 2
                + (tie.bond().isKin() ? 250 : 0);
        long which = party.id().value().getLeastSignificantBits();
        return turn.chance().below(1000, COMES, slot, which) < Math.clamp(perMille, 50, 970);
    }

    private boolean knows(int slot, Party party) {
        return invitation(slot, party).isPresent();
    }

    private Optional<Invitation> invitation(int slot, Party party) {
        return state.parties().of(slot).find(party.id());
    }

    private static Optional<PartyResult.Refused> refused(String field, String reason) {
        return Optional.of(new PartyResult.Refused(field, reason));
    }
}
