package city.economy;

import city.world.ResidentId;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import java.util.UUID;

/// What happens to money and work.
public sealed interface EconomyEvent extends Event {
    /// One transfer: the debit of one account and the credit of another.
    @EventType(value = "economy.money-transferred.v1", topic = "economy")
    record MoneyTransferred(
            TransferId transfer, AccountId from, AccountId to, Money amount, Transfer.Kind kind, String memo)
            implements EconomyEvent {
        @Override
        public UUID subject() {
            return from.value();
        }
    }

    @EventType(value = "economy.hired.v1", topic = "economy", audience = Audience.INTERNAL)
    record Hired(ResidentId resident, JobId job, FirmId firm, String title) implements EconomyEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    @EventType(value = "economy.left-job.v1", topic = "economy", audience = Audience.INTERNAL)
    record LeftJob(ResidentId resident, JobId job, FirmId firm) implements EconomyEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// A firm could not pay a wage in full; the rest is owed and paid when it can be.
    @EventType(value = "economy.wage-owed.v1", topic = "economy", audience = Audience.INTERNAL)
    record WageOwed(ResidentId resident, FirmId firm, Money owed) implements EconomyEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }

    /// What was owed for longer than a shift was paid.
    @EventType(value = "economy.arrears-paid.v1", topic = "economy", audience = Audience.INTERNAL)
    record ArrearsPaid(ResidentId resident, FirmId firm, Money paid) implements EconomyEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }
}
