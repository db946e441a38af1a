package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.ActionResult.Refusal;
import city.agents.AgentsCommand.Depart;
import city.agents.Persona.Traits;
import city.social.SocialEvent.InteractionEnded;
import city.social.SocialEvent.InteractionStarted;
import city.social.SocialEvent.MessageSaid;
import city.social.Tone;
import city.social.Utterance;
import city.world.ResidentId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TalkTest {
    /// Talks to anybody, and is never cross.
    private static final Traits SOCIABLE = new Traits(80, 50, 100, 100, 0, 50);

    private Town town;
    private ResidentId ann;
    private ResidentId bob;

    @BeforeEach
    void setUp() {
        town = Town.founded();
        town.runTo(0, 10, 0);
        ann = town.spawn("Ann Alder", SOCIABLE, TownPlan.HOME, Optional.empty(), 50_000);
        bob = town.spawn("Bob Birch", SOCIABLE, TownPlan.HOME, Optional.empty(), 50_000);
    }

    @Test
    void whoLivesTogetherTalksSoonerOrLater() {
        town.runTo(2, 0, 0);

        assertThat(town.facts(InteractionStarted.class)).isNotEmpty();
        assertThat(town.facts(MessageSaid.class))
                .anySatisfy(it -> assertThat(it.words()).contains("Ann"));
        assertThat(town.facts(InteractionEnded.class)).isNotEmpty();
    }

    @Test
    void anOrderIsRefusedForTheSameReasonsAsAMind() {
        var word = new Utterance("A word?", Tone.PLAIN, "");

        assertThat(town.act(ann, new Action.Say(word, Optional.empty())))
                .extracting(it -> ((ActionResult.Refused) it).refusal())
                .isEqualTo(Refusal.NOT_TALKING);
        assertThat(town.act(ann, new Action.Reply(true, 10)))
                .extracting(it -> ((ActionResult.Refused) it).refusal())
                .isEqualTo(Refusal.NOT_INVITED);
        assertThat(town.act(ann, new Action.Invite(List.of(ann), Optional.empty(), 10)))
                .extracting(it -> ((ActionResult.Refused) it).refusal())
                .isEqualTo(Refusal.NO_SUCH_RESIDENT);
    }

    @Test
    void whoWalksAwayEndsATalkOfTwo() {
        town.act(ann, new Action.Invite(List.of(bob), Optional.empty(), 60));
        town.act(bob, new Action.Reply(true, 60));

        town.act(bob, new Action.Move(TownPlan.SQUARE));

        assertThat(town.facts(InteractionEnded.class)).hasSize(1);
        assertThat(town.act(ann, new Action.Say(new Utterance("Bob?", Tone.PLAIN, ""), Optional.empty())))
                .isInstanceOf(ActionResult.Refused.class);
    }

    @Test
    void freeWordsGetAnAnswer() {
        town.act(
                ann,
                new Action.Invite(List.of(bob), Optional.of(new Utterance("Is it you?", Tone.WARM, "ghosts")), 60));
        town.act(bob, new Action.Reply(true, 60));

        town.runTick();

        assertThat(town.facts(MessageSaid.class))
                .hasSize(2)
                .first()
                .extracting(MessageSaid::topic)
                .isEqualTo("ghosts");
        assertThat(town.facts(MessageSaid.class).getLast().speaker()).isEqualTo(bob);
    }

    @Test
    void whoLeavesTheCityLeavesItsTalk() {
        town.act(ann, new Action.Invite(List.of(bob), Optional.empty(), 60));

        town.submit(new Depart(ann));

        assertThat(town.socialModule.social().talkOf(town.world.slotOf(bob))).isEmpty();
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void whatIsLoadedTalksOnAsIfNothingHadHappened() {
        town.runTo(1, 18, 0);
        var other = town.reloaded();

        town.runTo(2, 0, 0);
        other.runTo(2, 0, 0);

        assertThat(other.facts(MessageSaid.class))
                .isEqualTo(town.facts(MessageSaid.class).stream()
                        .skip(town.facts(MessageSaid.class).size()
                                - other.facts(MessageSaid.class).size())
                        .toList());
    }
}
