package city.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.Acted;
import city.agents.AgentsEvent.StatusChanged;
import city.agents.ResidentStatus;
import city.agents.application.AgentsModule;
import city.economy.AccountId;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Money;
import city.economy.Transfer;
import city.memory.Memory.Kind;
import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.memory.Witness;
import city.memory.Witness.Experience;
import city.memory.Witness.FellAsleep;
import city.memory.Witness.Told;
import city.social.SocialEvent.InteractionEnded;
import city.social.SocialEvent.RelationshipChanged;
import city.world.Happening;
import city.world.ResidentId;
import city.world.WorldCommand;
import city.world.WorldEvent;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What three days of a village leave behind in those who lived through them.
class WhatIsRememberedTest {
    private static final int MOST_WHO_REMEMBER = 16;

    private static Village village;
    private static List<Told> log;
    private static List<Experience> all;

    @BeforeAll
    static void live() {
        village = new Village();
        village.runTo(Village.FOUNDED.plusDays(3));
        log = village.log();
        all = witness().testify(log, village.snapshot()).experiences();
    }

    @Test
    void eachPurchaseIsRememberedByItsBuyerAndIsATrifle() {
        var purchases = log.stream()
                .map(Told::fact)
                .filter(it -> it instanceof MoneyTransferred money && money.kind() == Transfer.Kind.PURCHASE)
                .toList();
        var bought =
                all.stream().filter(it -> it.text().startsWith("I bought ")).toList();

        assertThat(bought).hasSameSizeAs(purchases).isNotEmpty();
        assertThat(bought).allMatch(it -> it.stakes().equals(new Stakes(60, Role.ACTOR, 0, false, false)));
        assertThat(bought.getFirst().text()).matches("I bought \\d+ .+ from .+ for \\d+\\.\\d\\d\\.");
    }

    @Test
    void aTalkIsRememberedOnceByEachWhoTookPart() {
        var ended = log.stream()
                .filter(it -> it.fact() instanceof InteractionEnded talk && talk.messages() > 0)
                .toList();

        assertThat(ended).hasSizeGreaterThan(20);
        for (var told : ended) {
            var talk = (InteractionEnded) told.fact();
            assertThat(of(told.logged().sequence()))
                    .hasSize(Math.min(MOST_WHO_REMEMBER, talk.members().size()))
                    .allMatch(it -> it.kind() == Kind.CONVERSATION)
                    .extracting(Experience::resident)
                    .containsExactlyElementsOf(talk.members());
        }
        assertThat(all)
                .filteredOn(it -> it.kind() == Kind.CONVERSATION)
                .anyMatch(it -> it.text().contains(" about "));
    }

    @Test
    void whoBeganToListenInTheMiddleRemembersTheSame() {
        var late = witness();
        var secondHalf = log.subList(log.size() / 2, log.size());
        long from = secondHalf.getFirst().logged().sequence();

        var heard = late.testify(secondHalf, village.snapshot()).experiences();

        assertThat(heard)
                .isEqualTo(all.stream().filter(it -> it.sequence() >= from).toList());
        assertThat(late.testify(secondHalf, village.snapshot()).experiences()).isEqualTo(heard);
    }

    @Test
    void deedsAndWalksLeaveNothing() {
        var trivial = log.stream()
                .filter(it -> it.fact() instanceof Acted || it.fact() instanceof WorldEvent.Moved)
                .map(it -> it.logged().sequence())
                .collect(Collectors.toSet());

        assertThat(trivial).isNotEmpty();
        assertThat(all).noneMatch(it -> trivial.contains(it.sequence()));
    }

    @Test
    void aKindOfTieIsNamedSoThatItIsRememberedOnce() {
        var ties = all.stream().filter(it -> it.once().isPresent()).toList();
        var changes = log.stream()
                .filter(it -> it.fact() instanceof RelationshipChanged)
                .count();

        assertThat(changes)
                .isGreaterThan(ties.stream()
                        .map(it -> it.resident() + it.once().orElseThrow())
                        .distinct()
                        .count());
        assertThat(ties).anyMatch(it -> it.text().startsWith("I got to know "));
        assertThat(ties).allMatch(it -> it.stakes().tie() > 0);
    }

    @Test
    void whoFallsAsleepIsTold() {
        var slept = log.stream()
                .filter(it -> it.fact() instanceof StatusChanged change && change.to() == ResidentStatus.SLEEPING)
                .map(it -> new FellAsleep(
                        new ResidentId(it.fact().subject()), it.logged().tick()))
                .toList();

        assertThat(witness().testify(log, village.snapshot()).asleep())
                .isEqualTo(slept)
                .isNotEmpty();
    }

    @Test
    void aGiftIsRememberedByBothWithTheNameOfTheOther() {
        var other = new Village();
        var ann = other.residents().getFirst();
        var ben = other.residents().get(1);
        int before = other.log().size();

        other.order(new OrderTransfer(new Transfer(
                new AccountId(ann.id().value()),
                new AccountId(ben.id().value()),
                new Money(500),
                Transfer.Kind.GIFT,
                "for the roof")));

        assertThat(since(other, before))
                .extracting(Experience::text)
                .containsExactly(
                        "I gave %s 5.00 (for the roof).".formatted(ben.persona().name()),
                        "%s gave me 5.00 (for the roof)."
                                .formatted(ann.persona().name()));
    }

    @Test
    void aFireIsSeenBySomeOfThoseWhoAreThereAndWorkThatIsClosedByThoseWhoWorkThere() {
        var other = new Village();
        other.runTo(Village.FOUNDED.plusHours(5));
        int before = other.log().size();

        other.order(new WorldCommand.StartEvent(Happening.Kind.FIRE, "Big Fire", WorldEvent.WORLD, 60));
        var firm = other.parts.economy().firms(other.snapshot()).stream()
                .filter(it -> it.jobs().stream().anyMatch(job -> job.taken() > 0))
                .findFirst()
                .orElseThrow();
        other.order(new WorldCommand.CloseLocation(firm.location(), "inventory"));

        var seen = since(other, before).stream()
                .filter(it -> it.text().contains("Big Fire"))
                .toList();
        assertThat(seen)
                .hasSizeBetween(1, MOST_WHO_REMEMBER)
                .allMatch(it -> it.stakes().base() == 700);
        assertThat(seen).extracting(Experience::resident).doesNotHaveDuplicates();
        var shut = since(other, before).stream()
                .filter(it -> it.text().contains("inventory"))
                .toList();
        assertThat(shut).isNotEmpty().allMatch(it -> it.stakes().ownPlace());
    }

    private static List<Experience> of(long sequence) {
        return all.stream().filter(it -> it.sequence() == sequence).toList();
    }

    private static List<Experience> since(Village other, int before) {
        return witness(other)
                .testify(other.log().subList(before, other.log().size()), other.snapshot())
                .experiences();
    }

    private static Witness witness() {
        return witness(village);
    }

    private static Witness witness(Village of) {
        return AgentsModule.witness(
                of.parts.world(), of.parts.economy(), of.parts.social(), of.parts.agents(), of.feed(), of::read);
    }
}
