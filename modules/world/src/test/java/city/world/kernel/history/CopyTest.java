package city.world.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.world.kernel.Genesis;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.testing.Counters.Raise;
import city.world.kernel.testing.InMemoryRecord;
import city.world.kernel.testing.SmallCities;
import city.world.kernel.testing.TextCodec;
import city.world.spi.Keyframe;
import city.world.spi.Keyframe.Cause;
import city.world.spi.Keyframes.Damaged;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTest {
    private static final TextCodec CODEC = new TextCodec();

    private final InMemoryRecord record = new InMemoryRecord();
    private final Assembly assembly = SmallCities.assembly(SmallCities.NEW);
    private final Machine machine = on(assembly);
    private final Keyframe keyframe = copied();

    @Test
    void whatTheBusHadStillToDeliverIsDeliveredAfterwards() {
        var restored = fresh();

        Copy.restore(record, keyframe, restored, CODEC);

        for (int tick = 0; tick < 30; tick++) {
            machine.runTick();
            restored.runTick();
        }
        machine.take();
        restored.take();
        assertThat(restored.stateHash()).isEqualTo(machine.stateHash());
    }

    @Test
    void aDamagedRowIsFoundAndNeverRestored() {
        assertThat(Copy.breach(record, keyframe)).isEmpty();

        for (int block = 0; block < 4; block++) {
            record.damage(keyframe, block);
            assertThat(Copy.breach(record, keyframe)).as("block %d", block).isPresent();
            assertThatThrownBy(() -> Copy.restore(record, keyframe, fresh(), CODEC))
                    .as("block %d", block)
                    .isInstanceOf(Damaged.class);
            record.damage(keyframe, block);
        }
        assertThat(Copy.breach(record, keyframe)).isEmpty();
    }

    @Test
    void aKeyframeOfATableThatIsNotDeclaredHereIsRefused() {
        var other = on(new Assembly(List.of(), SmallCities.NEW));

        assertThatThrownBy(() -> Copy.restore(record, keyframe, other, CODEC))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("is not declared here");
    }

    /// Of a city in which something waits on the bus.
    private Keyframe copied() {
        machine.found("founder");
        for (int tick = 0; tick < 5; tick++) {
            machine.runTick();
        }
        var raise = new Raise(1, 2);
        machine.admit("operator", CODEC.nameOf(Raise.class), CODEC.write(raise), raise);
        var undelivered = machine.take().events().stream()
                .filter(it -> it.sequence() > machine.delivered())
                .toList();
        assertThat(undelivered).isNotEmpty();
        var draft = Copy.draft(Cause.DAY, machine.head(1, 1, 1), assembly, machine.publish(), undelivered);
        record.add(draft);
        return draft.keyframe();
    }

    private static Machine fresh() {
        return on(SmallCities.assembly(SmallCities.NEW));
    }

    private static Machine on(Assembly assembly) {
        var genesis = new Genesis(
                "small",
                7,
                SmallCities.NEW,
                Instant.parse("2030-05-06T06:00:00Z"),
                Duration.ofHours(1),
                List.of(new Raise(0, 1), new Raise(3, 1)));
        return new Machine(Origin.of(genesis, CODEC), assembly, CODEC, Probe.none(), () -> 0);
    }
}
