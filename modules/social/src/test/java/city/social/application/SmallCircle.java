package city.social.application;

import city.social.Social;
import city.social.Social.Ending;
import city.social.Social.TalkResult;
import city.social.Tie;
import city.social.Tone;
import city.social.Utterance;
import city.social.domain.Seats;
import city.social.domain.SocialState;
import city.world.kernel.Event;
import city.world.kernel.Participant.Breach;
import java.util.List;
import java.util.Optional;

/// Residents who stand in a square and talk as the test has them.
final class SmallCircle {
    static final int ANN = 1;
    static final int BOB = 2;
    static final int CAT = 3;
    static final long LONG = 10_000;

    final FakeWorld world = new FakeWorld();
    final FakeTurn turn = new FakeTurn();
    final Social social;
    private final SocialState state = new SocialState();
    private final Partings partings;

    SmallCircle() {
        var seats = new Seats(state);
        var bonds = new Bonds(state, world);
        var manners = new Manners(state, world);
        manners.clock(FakeTurn.CLOCK);
        partings = new Partings(state, seats, bonds);
        social =
                new CitySocial(state, manners, new Conversing(state, world, manners, seats, partings), partings, bonds);
    }

    TalkResult invite(int slot, Integer... others) {
        return social.invite(slot, List.of(others), Optional.of(plain("Good day.")), turn.tick + LONG, turn);
    }

    TalkResult accept(int slot) {
        return social.reply(slot, true, turn.tick + LONG, turn);
    }

    TalkResult decline(int slot) {
        return social.reply(slot, false, 0, turn);
    }

    TalkResult say(int slot, Tone tone) {
        return social.say(slot, new Utterance("So it is.", tone, "weather"), Optional.empty(), turn);
    }

    TalkResult leave(int slot) {
        return social.leave(slot, Optional.empty(), Ending.LEFT, turn);
    }

    /// Two who talk until the limit, in one tone.
    void chat(int one, int other, Tone tone) {
        invite(one, other);
        accept(other);
        for (int i = 1; i < 2 * Social.MESSAGES_A_HEAD; i++) {
            say(i % 2 == 1 ? other : one, tone);
        }
    }

    void pass(int minutes) {
        for (int i = 0; i < minutes / 5; i++) {
            turn.tick++;
            partings.lapse(turn);
        }
    }

    Tie tie(int from, int to) {
        return social.tie(from, to, turn.tick);
    }

    <E extends Event> List<E> told(Class<E> type) {
        return turn.raised(type);
    }

    List<Breach> breaches() {
        return new StateAudit(state).breaches();
    }

    static Utterance plain(String words) {
        return new Utterance(words, Tone.PLAIN, "");
    }
}
