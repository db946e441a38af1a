package city.agents.domain.experience;

import city.economy.EconomyEvent;
import city.economy.EconomyEvent.ArrearsPaid;
import city.economy.EconomyEvent.Hired;
import city.economy.EconomyEvent.LeftJob;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.EconomyEvent.WageOwed;
import city.memory.Memory.Kind;
import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.world.ResidentId;

/// What money and work leave behind.
final class MoneyRules {
    private static final int DAILY = 60;
    private static final int GIFT = 150;
    private static final int HOUSEHOLD = 30;
    private static final int SENT = 150;
    private static final int OWED = 300;
    private static final int OWED_IS_PAID = 200;
    private static final int JOB = 450;

    /// Memos by which the economy and a household tell what a transfer is.
    private static final String FOR_THE_HOUSEHOLD = "for the household";

    private static final String WAGE_OWED = "wage owed";
    private static final String PLAIN_GIFT = "gift";

    private MoneyRules() {}

    static void note(EconomyEvent event, Scene scene, Diary diary) {
        switch (event) {
            case MoneyTransferred it -> transferred(it, scene, diary);
            case Hired it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(JOB, Role.ACTOR, 0, false, true),
                        "I took a job at %s as %s.".formatted(scene.firm(it.firm()), it.title()));
            case LeftJob it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(JOB, Role.ACTOR, 0, false, true),
                        "I do not work at %s any more.".formatted(scene.firm(it.firm())));
            case WageOwed it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(OWED, Role.TARGET, 0, false, false),
                        "%s could not pay my wage in full and owes me %s.".formatted(scene.firm(it.firm()), it.owed()));
            case ArrearsPaid it ->
                diary.note(
                        it.resident(),
                        Kind.OBSERVATION,
                        new Stakes(OWED_IS_PAID, Role.TARGET, 0, false, false),
                        "%s paid me the %s that it owed me.".formatted(scene.firm(it.firm()), it.paid()));
        }
    }

    private static void transferred(MoneyTransferred it, Scene scene, Diary diary) {
        var payer = new ResidentId(it.from().value());
        var payee = new ResidentId(it.to().value());
        switch (it.kind()) {
            case PURCHASE ->
                diary.note(
                        payer,
                        Kind.OBSERVATION,
                        own(DAILY, Role.ACTOR),
                        "I bought %s for %s.".formatted(it.memo(), it.amount()));
            case WAGE -> {
                // Of what was owed another event tells.
                if (!it.memo().equals(WAGE_OWED)) {
                    diary.note(
                            payee,
                            Kind.OBSERVATION,
                            own(DAILY, Role.ACTOR),
                            "%s paid me my wage of %s.".formatted(scene.party(it.from()), it.amount()));
                }
            }
            case DIVIDEND ->
                diary.note(
                        payee,
                        Kind.OBSERVATION,
                        own(DAILY, Role.ACTOR),
                        "%s paid me %s of what it earned.".formatted(scene.party(it.from()), it.amount()));
            case GIFT -> given(it, payer, payee, scene, diary);
            case TRANSFER -> {
                var why = it.memo().isBlank() ? "." : ": %s".formatted(it.memo());
                diary.note(
                        payer,
                        Kind.OBSERVATION,
                        between(SENT, Role.ACTOR, payer, payee, scene),
                        "I sent %s %s%s".formatted(scene.party(it.to()), it.amount(), why));
                diary.note(
                        payee,
                        Kind.OBSERVATION,
                        between(SENT, Role.TARGET, payee, payer, scene),
                        "%s sent me %s%s".formatted(scene.party(it.from()), it.amount(), why));
            }
            // Told by the arrival and by the departure.
            case ENDOWMENT, ESTATE -> {}
            case SUPPLY, CONTRACT -> {}
        }
    }

    private static void given(MoneyTransferred it, ResidentId payer, ResidentId payee, Scene scene, Diary diary) {
        int base = it.memo().equals(FOR_THE_HOUSEHOLD) ? HOUSEHOLD : GIFT;
        var why = it.memo().isBlank() || it.memo().equals(PLAIN_GIFT) ? "" : " (%s)".formatted(it.memo());
        diary.note(
                payer,
                Kind.OBSERVATION,
                between(base, Role.ACTOR, payer, payee, scene),
                "I gave %s %s%s.".formatted(scene.party(it.to()), it.amount(), why));
        diary.note(
                payee,
                Kind.OBSERVATION,
                between(base, Role.TARGET, payee, payer, scene),
                "%s gave me %s%s.".formatted(scene.party(it.from()), it.amount(), why));
    }

    private static Stakes own(int base, Role role) {
        return new Stakes(base, role, 0, false, false);
    }

    private static Stakes between(int base, Role role, ResidentId one, ResidentId other, Scene scene) {
        return new Stakes(base, role, scene.tie(one, other), false, false);
    }
}
