package city.app.wire;

import city.adapter.codec.CallCodec;
import city.app.wiring.CityParts;
import city.app.wiring.Coupling;
import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import city.world.kernel.Command;
import city.world.kernel.Event;
import city.world.kernel.Participant;
import city.world.kernel.Turn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.spi.Codec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Modules that share no object: every argument, answer, command and event between them is written as text and read
/// back. What a call is about in time goes with it as values.
final class Wire implements Coupling {
    private static final Codec CODEC = CityParts.CODEC;

    private final CallCodec calls = new CallCodec(CODEC, Set.of(Turn.class, Snapshot.class));
    private final LongAdder carried = new LongAdder();

    /// How many calls, commands and events went over the wire.
    long carried() {
        return carried.sum();
    }

    @Override
    public <T> T to(Class<T> api, T module) {
        var speaker = Proxy.newProxyInstance(
                api.getClassLoader(), new Class<?>[] {api}, (_, call, arguments) -> call(module, call, arguments));
        return api.cast(speaker);
    }

    private @Nullable Object call(Object module, Method call, Object @Nullable [] arguments) throws Throwable {
        carried.increment();
        try {
            var sent = arguments == null ? new Object[0] : calls.carryArguments(call, arguments);
            for (int i = 0; i < sent.length; i++) {
                sent[i] = sent[i] instanceof Turn turn ? new SentTurn(turn) : sent[i];
            }
            return calls.carryAnswer(call, call.invoke(module, sent));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private <T> T carry(Class<T> type, T value) {
        carried.increment();
        var name = CODEC.nameOf(value.getClass());
        return type.cast(CODEC.read(name, CODEC.write(value)));
    }

    @Override
    public Participant participant(Participant participant) {
        return new SentParticipant(participant);
    }

    /// The moment of a call on the other side: values, and a way back for what is raised there.
    private final class SentTurn implements Turn {
        private final Turn sender;
        private final long tick;
        private final CityClock clock;
        private final Chance chance;

        SentTurn(Turn sender) {
            this.sender = sender;
            this.tick = sender.tick();
            this.clock = new CityClock(sender.clock().epoch(), sender.clock().step());
            this.chance = new Chance(sender.chance().key());
        }

        @Override
        public long tick() {
            return tick;
        }

        @Override
        public CityClock clock() {
            return clock;
        }

        @Override
        public Chance chance() {
            return chance;
        }

        @Override
        public void raise(Event event) {
            sender.raise(carry(Event.class, event));
        }

        @Override
        public UUID newId(long epochMillis) {
            return sender.newId(epochMillis);
        }
    }

    /// A module as the kernel reaches it: commands, their answers and events are carried.
    private final class SentParticipant implements Participant {
        private final Participant module;

        SentParticipant(Participant module) {
            this.module = module;
        }

        @Override
        public String name() {
            return module.name();
        }

        @Override
        public List<Table> tables() {
            return module.tables();
        }

        @Override
        public Optional<Class<?>> commands() {
            return module.commands();
        }

        @Override
        public Object handle(Command<?> command, Turn turn) {
            return carry(Object.class, module.handle(carry(Command.class, command), new SentTurn(turn)));
        }

        @Override
        public void phase(Turn turn) {
            module.phase(new SentTurn(turn));
        }

        @Override
        public List<Subscription<?>> subscriptions() {
            return module.subscriptions().stream()
                    .<Subscription<?>>map(this::sent)
                    .toList();
        }

        private <E extends Event> Subscription<E> sent(Subscription<E> ear) {
            return new Subscription<>(
                    ear.type(), (event, turn) -> ear.ear().accept(carry(ear.type(), event), new SentTurn(turn)));
        }

        @Override
        public void loaded(CityClock clock, long tick) {
            module.loaded(clock, tick);
        }

        @Override
        public Optional<Breach> check() {
            return module.check();
        }

        @Override
        public List<Breach> audit() {
            return module.audit();
        }
    }
}
