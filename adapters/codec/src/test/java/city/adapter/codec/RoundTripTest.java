package city.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.codec.Samples.Act;
import city.adapter.codec.Samples.Action;
import city.adapter.codec.Samples.Audit;
import city.adapter.codec.Samples.CloseShop;
import city.adapter.codec.Samples.Contract;
import city.adapter.codec.Samples.Money;
import city.adapter.codec.Samples.MoneyMoved;
import city.adapter.codec.Samples.Move;
import city.adapter.codec.Samples.Plan;
import city.adapter.codec.Samples.Profile;
import city.adapter.codec.Samples.ResidentId;
import city.adapter.codec.Samples.Say;
import city.adapter.codec.Samples.Slot;
import city.adapter.codec.Samples.Transfer;
import city.adapter.codec.Samples.TransferResult;
import city.adapter.codec.Samples.WaitHere;
import city.adapter.codec.Samples.Weigh;
import city.adapter.codec.Samples.Weight;
import city.world.kernel.Command;
import city.world.kernel.Genesis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever value is drawn, it comes back equal, and gives the same text again.
class RoundTripTest {
    private static final String ALPHABET = "aZ09 _-\"\\/\b\t\n\u0001\u007fé\u2028漢";
    private static final int NESTING = 3;

    private final JsonCodec codec = Samples.codec();

    @Property(tries = 2_000)
    void everyValueComesBackEqual(@ForAll long seed) {
        var value = new Draw(new Random(seed)).root();

        String text = codec.write(value);
        Object back = codec.read(codec.nameOf(value.getClass()), text);

        assertThat(back).isEqualTo(value);
        assertThat(codec.write(back)).isEqualTo(text);
    }

    @Property(tries = 200)
    void equalValuesGiveEqualTexts(@ForAll long seed) {
        var value = new Draw(new Random(seed)).root();
        var twin = new Draw(new Random(seed)).root();

        assertThat(codec.write(value)).isEqualTo(Samples.codec().write(twin));
    }

    /// Even where the name looks like the place at which the text is cut.
    @Property(tries = 200)
    void aGenesisIsReadWithoutItsCommands(@ForAll long seed) {
        var draw = new Draw(new Random(seed));
        var name = draw.text() + ",\"founding\":[" + draw.text();
        var bare = new Genesis(name, seed, 1, Instant.EPOCH, Duration.ofMinutes(5), List.of());
        var whole = new Genesis(name, seed, 1, Instant.EPOCH, Duration.ofMinutes(5), draw.list(draw::command));

        assertThat(codec.readWithout("founding", codec.nameOf(Genesis.class), codec.write(whole)))
                .isEqualTo(bare);
    }

    /// Draws values of every sample type.
    private record Draw(Random random) {
        Object root() {
            return random.nextInt(4) == 0 ? Samples.genesis(list(this::command)) : pick(this::command, this::outcome);
        }

        private Object outcome() {
            return pick(
                    () -> new TransferResult.Done(uuid()),
                    () -> new TransferResult.InsufficientFunds(money()),
                    () -> new MoneyMoved(uuid(), id(), id(), money(), random.nextLong()));
        }

        private Command<?> command() {
            return pick(
                    () -> new Transfer(id(), id(), money(), optional(this::text)),
                    CloseShop::new,
                    () -> new Audit(random.nextLong()),
                    () -> new Act(id(), action(0), list(() -> action(0))),
                    this::profile,
                    () -> new Weigh(weight(), optional(this::slot), map(() -> list(this::weight))));
        }

        private Profile profile() {
            return new Profile(
                    text(),
                    random.nextBoolean(),
                    random.nextInt(),
                    optional(random::nextGaussian),
                    pick(() -> Contract.FULL_TIME, () -> Contract.HOURLY),
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000)),
                    optional(this::text),
                    list(this::slot),
                    map(this::text));
        }

        private Action action(int depth) {
            return depth == NESTING
                    ? new WaitHere()
                    : pick(
                            () -> new Move(id()),
                            () -> new Say(text()),
                            WaitHere::new,
                            () -> new Plan(list(() -> action(depth + 1))));
        }

        private Weight weight() {
            double any = Double.longBitsToDouble(random.nextLong());
            return new Weight(Double.isFinite(any) ? any : -0.0);
        }

        private Slot slot() {
            return new Slot(random.nextInt(Integer.MAX_VALUE));
        }

        private Money money() {
            return new Money(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
        }

        private ResidentId id() {
            return new ResidentId(uuid());
        }

        private UUID uuid() {
            return new UUID(random.nextLong(), random.nextLong());
        }

        private String text() {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(
                        random.nextInt(8) == 0
                                ? Character.toString(0x1F300 + random.nextInt(200))
                                : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            return text.toString();
        }

        private <T> Optional<T> optional(Supplier<T> some) {
            return random.nextBoolean() ? Optional.of(some.get()) : Optional.empty();
        }

        private <T> List<T> list(Supplier<? extends T> each) {
            var list = new ArrayList<T>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(each.get());
            }
            return list;
        }

        private <T> Map<String, T> map(Supplier<T> each) {
            var map = new HashMap<String, T>();
            for (int i = random.nextInt(4); i > 0; i--) {
                map.put(text(), each.get());
            }
            return map;
        }

        @SafeVarargs
        private <T> T pick(Supplier<? extends T>... choices) {
            return choices[random.nextInt(choices.length)].get();
        }
    }
}
