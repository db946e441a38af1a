package city.agents.application;

import city.agents.Action;
import city.agents.ActionResult.Refusal;
import city.agents.application.Attempt.Begun;
import city.agents.application.Attempt.Refused;
import city.agents.application.Attempt.Talking;
import city.agents.domain.body.Activity;
import city.agents.domain.state.AgentsState;
import city.agents.domain.talk.Hearsay;
import city.agents.domain.talk.NewsKind;
import city.agents.domain.talk.People;
import city.economy.Economy;
import city.social.Social;
import city.social.Social.Deal;
import city.social.Social.Ending;
import city.social.Social.TalkResult;
import city.social.Talk;
import city.social.Tie.Bond;
import city.social.Utterance;
import city.world.World;
import city.world.kernel.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries out what residents do in talks, and lets the hearers know what they heard.
final class Talks {
    /// One listens for so long before one looks up by oneself; whoever is on turn is woken.
    private static final int MINUTES_TO_LISTEN = 30;

    /// Colleagues know each other from work.
    private static final int COLLEAGUES_PER_MILLE = 150;

    private final AgentsState state;
    private final World world;
    private final Economy economy;
    private final Social social;
    private final People people;
    private final Hearsay hearsay;
    private final Festivities festivities;

    Talks(AgentsState state, World world, Economy economy, Social social, People people, Festivities festivities) {
        this.state = state;
        this.world = world;
        this.economy = economy;
        this.social = social;
        this.people = people;
        this.hearsay = new Hearsay(social);
        this.festivities = festivities;
    }

    Attempt invite(int slot, int here, Action.Invite invite, Turn turn) {
        var others = new ArrayList<Integer>();
        for (var resident : invite.to()) {
            int other = world.slotOf(resident);
            if (other == World.NOWHERE || other == slot) {
                return new Refused(Refusal.NO_SUCH_RESIDENT, other == slot ? "oneself" : "");
            }
            if (world.locationOf(other) == here && !people.isOpenTo(other)) {
                return new Refused(Refusal.BUSY, people.nameOf(other));
            }
            others.add(other);
        }
        var result = social.invite(slot, others, invite.opening(), until(invite.minutes(), turn), turn);
        return attempt(slot, here, result, turn);
    }

    Attempt reply(int slot, int here, Action.Reply reply, Turn turn) {
        var asked = social.talkOf(slot);
        var result = social.reply(slot, reply.accept(), until(reply.minutes(), turn), turn);
        if (result instanceof TalkResult.Done && !reply.accept()) {
            return begun(Activity.IDLE, here, 1, turn);
        }
        asked.filter(_ -> result instanceof TalkResult.Done).ifPresent(it -> accepted(slot, it, turn));
        return attempt(slot, here, result, turn);
    }

    Attempt say(int slot, int here, Action.Say say, Turn turn) {
        var hearers = social.talkOf(slot).map(Talk::members).orElse(List.of());
        var result = social.say(slot, say.utterance(), say.in(), turn);
        if (result instanceof TalkResult.Done) {
            heard(slot, hearers, say.utterance().topic(), turn);
        }
        return attempt(slot, here, result, turn);
    }

    Attempt leave(int slot, int here, Action.LeaveTalk leave, Turn turn) {
        var talk = social.talkOf(slot);
        if (leave.in().isPresent() && !leave.in().equals(talk.map(Talk::id))) {
            return new Refused(Refusal.NOT_TALKING, "");
        }
        return switch (social.leave(slot, leave.parting(), Ending.LEFT, turn)) {
            case TalkResult.Refused refused -> refusal(refused);
            case TalkResult.Done(var id) -> {
                var hearers = talk.map(Talk::members).orElse(List.of());
                leave.parting().ifPresent(it -> festivities.told(slot, hearers, it.topic(), turn));
                yield new Talking(id, begun(Activity.IDLE, here, 1, turn));
            }
        };
    }

    /// Whatever the resident was in, it is no longer there for it.
    void walkAway(int slot, Turn turn) {
        if (social.talkOf(slot).isPresent()) {
            social.leave(slot, Optional.<Utterance>empty(), Ending.WALKED_AWAY, turn);
        }
    }

    boolean isTalking(int slot) {
        return social.talkOf(slot).filter(it -> !it.invited()).isPresent();
    }

    /// A gift is not forgotten, and both speak of it.
    void given(int giver, int receiver, Turn turn) {
        social.dealt(giver, receiver, Deal.KINDNESS, turn);
        hearsay.happened(giver, NewsKind.GAVE, giver, turn.tick());
        hearsay.happened(receiver, NewsKind.GOT, receiver, turn.tick());
    }

    /// What becomes of talk and ties when a resident leaves the city.
    void forget(int slot, Turn turn) {
        social.acquaintances(slot, Integer.MAX_VALUE)
                .forEach(it -> hearsay.happened(it, NewsKind.DEPARTED, slot, turn.tick()));
        social.forget(slot, turn);
    }

    void happened(int slot, NewsKind kind, int about, long tick) {
        hearsay.happened(slot, kind, about, tick);
    }

    /// The host's first words are heard now; and those who work side by side know that they do.
    private void accepted(int slot, Talk talk, Turn turn) {
        if (!talk.open()) {
            heard(talk.inviter(), List.of(slot), talk.last().topic(), turn);
        }
        var job = economy.employmentOf(slot);
        boolean colleagues = economy.employmentOf(talk.inviter())
                .flatMap(other -> job.filter(it -> it.location() == other.location()))
                .isPresent();
        if (colleagues && social.tie(slot, talk.inviter(), turn.tick()).bond() == Bond.NONE) {
            social.relate(slot, talk.inviter(), Bond.COLLEAGUE, Bond.COLLEAGUE, COLLEAGUES_PER_MILLE, turn);
        }
    }

    private void heard(int teller, List<Integer> hearers, String topic, Turn turn) {
        hearsay.spread(teller, hearers, topic, turn.tick());
        festivities.told(teller, hearers, topic, turn);
    }

    private Attempt attempt(int slot, int here, TalkResult result, Turn turn) {
        return switch (result) {
            case TalkResult.Refused refused -> refusal(refused);
            case TalkResult.Done(var id) -> {
                var talk = social.talkOf(slot);
                boolean listens = talk.isPresent() && !talk.get().isOnTurn(slot);
                var activity = talk.isPresent() ? Activity.TALKING : Activity.IDLE;
                yield new Talking(id, begun(activity, here, listens ? MINUTES_TO_LISTEN : 1, turn));
            }
        };
    }

    private Refused refusal(TalkResult.Refused refused) {
        var reason =
                switch (refused.why()) {
                    case NOT_HERE -> Refusal.NOT_HERE;
                    case ALREADY_TALKING -> Refusal.ALREADY_TALKING;
                    case BUSY -> Refusal.BUSY;
                    case TOO_SOON -> Refusal.TOO_SOON;
                    case FULL -> Refusal.TALK_FULL;
                    case NOT_INVITED -> Refusal.NOT_INVITED;
                    case NOT_TALKING -> Refusal.NOT_TALKING;
                    case NOT_YOUR_TURN -> Refusal.NOT_YOUR_TURN;
                };
        boolean known = state.residents().exists(refused.whom());
        return new Refused(reason, known ? people.nameOf(refused.whom()) : "");
    }

    private static long until(int minutes, Turn turn) {
        return turn.tick() + turn.clock().ticksFor(minutes);
    }

    private static Begun begun(Activity activity, int place, int minutes, Turn turn) {
        return new Begun(activity, place, turn.tick() + turn.clock().ticksFor(minutes), 0, 0);
    }
}
