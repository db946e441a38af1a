package city.agents.domain.talk;

import city.agents.Action;
import city.economy.Economy;
import city.social.Social;
import city.social.Talk;
import city.social.Utterance;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/// What somebody does about talk: speaks up, answers an invitation, takes its turn, comes to an end. Reads only; safe
/// from any thread during the decide part of a tick.
public final class Talker {
    private static final Purpose ENDS = Purpose.of("agents.ends-talk");
    private static final Purpose ASKS_IN = Purpose.of("agents.asks-in");

    /// The longest that one means to talk.
    private static final int LONGEST = 60;

    /// Messages after which one may come to an end.
    private static final int EXCHANGED = 3;

    private static final int MINUTES_TO_LISTEN = 30;

    private final Social social;
    private final People people;
    private final World world;
    private final Company company;
    private final Wording wording;

    public Talker(World world, Economy economy, Social social, People people, Grammar grammar) {
        this.social = social;
        this.people = people;
        this.world = world;
        this.company = new Company(world, social, people);
        var situation = new Situation(world, economy, social, people);
        var gossip = new Gossip(social, people, situation);
        this.wording = new Wording(grammar, situation, gossip, new PartyTalk(people, situation), social, people);
    }

    /// The tick until which somebody means to do what it does.
    public long busyUntil(int slot, long tick) {
        return people.busyUntil(slot, tick);
    }

    /// Goes on with a talk that the resident is in, or answers an invitation; empty when there is neither.
    ///
    /// @param minutesToSpare asked only when somebody invites
    public Optional<Action> goOn(Speaker speaker, IntSupplier minutesToSpare) {
        var talk = social.talkOf(speaker.slot());
        if (talk.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                talk.get().invited() ? reply(speaker, talk.get(), minutesToSpare) : take(speaker, talk.get()));
    }

    /// Speaks to somebody present, when there is time and mood for it.
    public Optional<Action> approach(Speaker speaker, int minutesToSpare) {
        return company.approach(speaker, minutesToSpare).map(other -> {
            var words = wording.opening(speaker, other);
            return new Action.Invite(
                    List.of(world.residentAt(other)), Optional.of(words), Math.min(LONGEST, minutesToSpare));
        });
    }

    private Action reply(Speaker speaker, Talk talk, IntSupplier minutesToSpare) {
        int minutes = minutesToSpare.getAsInt();
        boolean accepts = company.accepts(speaker, talk.inviter(), minutes);
        return new Action.Reply(accepts, Math.clamp(minutes, 1, LONGEST));
    }

    private Action take(Speaker speaker, Talk talk) {
        boolean late = speaker.moment().tick() >= talk.until();
        if (!talk.open() || talk.members().size() < 2) {
            return late ? leave(Optional.empty()) : new Action.Wait(MINUTES_TO_LISTEN);
        }
        int hearer = hearer(speaker, talk);
        boolean onTurn = talk.isOnTurn(speaker.slot());
        if (onTurn && talk.last().topic().equals(Topic.FAREWELL)) {
            return leave(Optional.of(wording.bye(speaker, hearer, talk)));
        }
        if (late) {
            return leave(Optional.of(wording.hurry(speaker, hearer, talk)));
        }
        if (!onTurn) {
            return new Action.Wait(MINUTES_TO_LISTEN);
        }
        if (ends(speaker, talk)) {
            return part(speaker, hearer, talk);
        }
        return askIn(speaker, talk)
                .orElseGet(() -> new Action.Say(wording.answer(speaker, hearer, talk), Optional.of(talk.id())));
    }

    /// In a talk of two the other has the last word; from among more one slips away.
    private Action part(Speaker speaker, int hearer, Talk talk) {
        var words = wording.farewell(speaker, hearer, talk);
        boolean last = talk.messages() + 1 >= talk.limit();
        return talk.members().size() == 2 && !last
                ? new Action.Say(words, Optional.of(talk.id()))
                : leave(Optional.of(words));
    }

    /// The bold ask somebody in who stands by.
    private Optional<Action> askIn(Speaker speaker, Talk talk) {
        int perMille = Math.max(0, 60 + 4 * (speaker.traits().extraversion() - 45));
        boolean room = talk.members().size() < Social.MOST_IN_A_TALK
                && world.crowdAt(speaker.place()) > talk.members().size();
        if (!room || !speaker.moment().chance().perMille(perMille, ASKS_IN, speaker.slot())) {
            return Optional.empty();
        }
        int minutes = (int) Math.clamp(
                (talk.until() - speaker.moment().tick())
                        * speaker.moment().clock().stepMinutes(),
                1,
                LONGEST);
        return company.third(speaker)
                .map(it -> new Action.Invite(List.of(world.residentAt(it)), Optional.empty(), minutes));
    }

    private static boolean ends(Speaker speaker, Talk talk) {
        int left = talk.limit() - talk.messages();
        if (talk.messages() < EXCHANGED) {
            return false;
        }
        int perMille = 130
                + 3 * (50 - speaker.traits().extraversion())
                + 40 * (talk.messages() - EXCHANGED)
                + (speaker.body().companyPerMille() > 950 ? 150 : 0)
                + (speaker.isHungry() || speaker.isTired() ? 150 : 0);
        long ticksLeft = talk.until() - speaker.moment().tick();
        return left <= 2
                || ticksLeft <= 2
                || speaker.moment().chance().perMille(Math.clamp(perMille, 30, 900), ENDS, speaker.slot());
    }

    /// Who spoke last, or else the first of the others.
    private static int hearer(Speaker speaker, Talk talk) {
        boolean spokenTo = talk.speaker() != speaker.slot() && talk.members().contains(talk.speaker());
        return spokenTo
                ? talk.speaker()
                : talk.members().stream()
                        .filter(it -> it != speaker.slot())
                        .findFirst()
                        .orElseThrow();
    }

    private static Action leave(Optional<Utterance> words) {
        return new Action.LeaveTalk(words, Optional.empty());
    }
}
