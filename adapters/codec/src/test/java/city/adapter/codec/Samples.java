package city.adapter.codec;

import city.world.kernel.Command;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.Genesis;
import city.world.kernel.WireName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A small city of every kind of record that the codec must know.
final class Samples {
    static final UUID ANN = UUID.fromString("00000000-0000-8000-8000-00000000000a");
    static final UUID BEN = UUID.fromString("00000000-0000-8000-8000-00000000000b");

    private Samples() {}

    static JsonCodec codec() {
        return JsonCodec.builder()
                .families(List.of(
                        TradeCommand.class,
                        TransferResult.class,
                        LifeCommand.class,
                        MoneyMoved.class,
                        Genesis.class,
                        Genesis.Founded.class))
                .scalar(Money.class, Money::text, Money::parse)
                .build();
    }

    static Genesis genesis(List<Command<?>> founding) {
        return new Genesis("village", 42, 1, Instant.parse("2026-01-01T06:00:00Z"), Duration.ofMinutes(5), founding);
    }

    static Profile profile() {
        return new Profile(
                "sample.profile.v1",
                true,
                -7,
                Optional.of(3.5),
                Contract.FULL_TIME,
                Instant.parse("2026-03-01T12:30:00.250Z"),
                Duration.ofMinutes(90),
                Optional.of("Ann \"the\" baker\n"),
                List.of(new Slot(3), new Slot(1)),
                Map.of("zest", "high", "age", "40"));
    }

    record Money(long minor) {
        static Money parse(String text) {
            if (!text.matches("-?\\d{1,15}\\.\\d\\d")) {
                throw new IllegalArgumentException("must be a decimal with two places: \"" + text + "\"");
            }
            return new Money(Long.parseLong(text.replace(".", "")));
        }

        String text() {
            return (minor < 0 ? "-" : "") + Math.abs(minor) / 100 + "." + Math.abs(minor) / 10 % 10
                    + Math.abs(minor) % 10;
        }
    }

    record ResidentId(UUID value) {}

    record Slot(int value) {
        Slot {
            if (value < 0) {
                throw new IllegalArgumentException("slot must not be negative: " + value);
            }
        }
    }

    /// Its one component is a double: an object.
    record Weight(double grams) {}

    enum Contract {
        FULL_TIME,
        HOURLY {}
    }

    sealed interface TradeCommand extends Command<TransferResult> {}

    @WireName("sample.transfer.v1")
    record Transfer(ResidentId from, ResidentId to, Money amount, Optional<String> reason) implements TradeCommand {
        Transfer {
            if (from.equals(to)) {
                throw new IllegalArgumentException("from and to must differ");
            }
        }
    }

    @WireName("sample.close-shop.v1")
    record CloseShop() implements TradeCommand {}

    @WireName("sample.audit.v1")
    record Audit(long minimum) implements TradeCommand {}

    sealed interface TransferResult {
        @WireName("sample.transferred.v1")
        record Done(UUID id) implements TransferResult {}

        @WireName("sample.insufficient-funds.v1")
        record InsufficientFunds(Money missing) implements TransferResult {}
    }

    sealed interface LifeCommand extends Command<TransferResult> {}

    @WireName("sample.act.v1")
    record Act(ResidentId resident, Action action, List<Action> later) implements LifeCommand {}

    @WireName("sample.profile.v1")
    record Profile(
            String name,
            boolean awake,
            int mood,
            Optional<Double> score,
            Contract contract,
            Instant bornAt,
            Duration shift,
            Optional<String> personaText,
            List<Slot> slots,
            Map<String, String> traits)
            implements LifeCommand {}

    @WireName("sample.weigh.v1")
    record Weigh(Weight weight, Optional<Slot> slot, Map<String, List<Weight>> others) implements LifeCommand {}

    sealed interface Action {}

    sealed interface Motion extends Action {}

    record Move(ResidentId to) implements Motion {}

    /// One string, but permitted by a sealed interface: an object.
    record Say(String words) implements Action {}

    record WaitHere() implements Motion {}

    @WireName("sample.plan.v1")
    record Plan(List<? extends Action> steps) implements Action {}

    @EventType(value = "sample.money-moved.v1", topic = "economy")
    record MoneyMoved(UUID subject, ResidentId from, ResidentId to, Money amount, long balance) implements Event {}
}
