package city.social.application;

import city.social.InteractionId;
import city.social.News;
import city.social.Social;
import city.social.Talk;
import city.social.Tie;
import city.social.Tie.Bond;
import city.social.Utterance;
import city.social.domain.SocialState;
import city.world.kernel.Turn;
import java.util.List;
import java.util.Optional;

/// The brochure of talk and ties, each verb handed to whoever does it.
final class CitySocial implements Social {
    private final SocialState state;
    private final Manners manners;
    private final Conversing conversing;
    private final Partings partings;
    private final Bonds bonds;

    CitySocial(SocialState state, Manners manners, Conversing conversing, Partings partings, Bonds bonds) {
        this.state = state;
        this.manners = manners;
        this.conversing = conversing;
        this.partings = partings;
        this.bonds = bonds;
    }

    @Override
    public TalkResult invite(int slot, List<Integer> others, Optional<Utterance> words, long until, Turn turn) {
        return conversing.invite(slot, others, words, until, turn);
    }

    @Override
    public TalkResult reply(int slot, boolean accept, long until, Turn turn) {
        return conversing.reply(slot, accept, until, turn);
    }

    @Override
    public TalkResult say(int slot, Utterance utterance, Optional<InteractionId> in, Turn turn) {
        return conversing.say(slot, utterance, in, turn);
    }

    @Override
    public TalkResult leave(int slot, Optional<Utterance> parting, Ending ending, Turn turn) {
        return partings.leave(slot, parting, ending, turn);
    }

    @Override
    public void forget(int slot, Turn turn) {
        partings.leave(slot, Optional.empty(), Ending.WALKED_AWAY, turn);
        state.ties().forget(slot);
        if (state.talkers().table().exists(slot)) {
            state.talkers().unlearn(slot);
        }
    }

    @Override
    public Optional<Talk> talkOf(int slot) {
        return state.talkOf(slot, MESSAGES_A_HEAD);
    }

    @Override
    public boolean mayBegin(int slot, long tick) {
        return manners.mayBegin(slot, tick);
    }

    @Override
    public boolean mayMeet(int slot, int other, long tick) {
        return manners.mayMeet(slot, other, tick);
    }

    @Override
    public Tie tie(int from, int to, long tick) {
        return state.ties().get(from, to, tick, manners.clock().stepMinutes());
    }

    @Override
    public List<Integer> acquaintances(int slot, int limit) {
        return state.ties().newest(slot, limit);
    }

    @Override
    public void relate(int first, int other, Bond ofOther, Bond ofFirst, int strength, Turn turn) {
        bonds.relate(first, other, ofOther, strength, turn);
        bonds.relate(other, first, ofFirst, strength, turn);
    }

    @Override
    public void dealt(int actor, int other, Deal deal, Turn turn) {
        bonds.dealt(actor, other, deal, turn);
    }

    @Override
    public List<News> newsOf(int slot) {
        return state.talkers().newsOf(slot);
    }

    @Override
    public void learn(int slot, News item) {
        bonds.require(slot);
        state.talkers().learn(slot, item);
    }
}
