package city.world.kernel.testing;

import city.world.kernel.Command;
import city.world.kernel.EventType;
import city.world.kernel.Genesis;
import city.world.kernel.WireName;
import city.world.kernel.testing.Counters.Break;
import city.world.kernel.testing.Counters.Changed;
import city.world.kernel.testing.Counters.Raise;
import city.world.kernel.testing.Counters.Raised;
import city.world.kernel.testing.Counters.Sink;
import city.world.kernel.testing.Counters.Starve;
import city.world.kernel.testing.Walkers.SetOff;
import city.world.kernel.testing.Walkers.Walked;
import city.world.spi.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Writes the counters' records as words. The real codec is an adapter with tests of its own.
public final class TextCodec implements Codec {
    @Override
    public String nameOf(Class<?> type) {
        var name = type.getAnnotation(WireName.class);
        return name != null ? name.value() : type.getAnnotation(EventType.class).value();
    }

    @Override
    public String write(Object value) {
        return switch (value) {
            case Raise(int row, long by) -> row + " " + by;
            case Break(int row) -> "" + row;
            case Sink(int row) -> "" + row;
            case Starve(int row) -> "" + row;
            case Raised(long number, UUID id) -> number + " " + id;
            case Changed(int row, long number) -> row + " " + number;
            case SetOff() -> "";
            case Walked(int row, long steps) -> row + " " + steps;
            case Genesis it ->
                String.join(
                        ";",
                        it.name(),
                        "" + it.seed(),
                        "" + it.rulesVersion(),
                        "" + it.epoch(),
                        "" + it.step(),
                        String.join(",", it.founding().stream().map(this::write).toList()));
            default -> throw new IllegalArgumentException("unknown: " + value);
        };
    }

    @Override
    public Object read(String name, String text) {
        var words = text.split(" ");
        return switch (name) {
            case "counters.raise.v1" -> new Raise(Integer.parseInt(words[0]), Long.parseLong(words[1]));
            case "counters.break.v1" -> new Break(Integer.parseInt(words[0]));
            case "counters.sink.v1" -> new Sink(Integer.parseInt(words[0]));
            case "counters.starve.v1" -> new Starve(Integer.parseInt(words[0]));
            case "counters.raised.v1" -> new Raised(Long.parseLong(words[0]), UUID.fromString(words[1]));
            case "counters.changed.v1" -> new Changed(Integer.parseInt(words[0]), Long.parseLong(words[1]));
            case "walkers.set-off.v1" -> new SetOff();
            case "walkers.walked.v1" -> new Walked(Integer.parseInt(words[0]), Long.parseLong(words[1]));
            case "kernel.genesis.v1" -> genesis(text.split(";", -1));
            default -> throw new Unreadable("unknown: " + name);
        };
    }

    @Override
    public Object readWithout(String list, String name, String text) {
        var genesis = (Genesis) read(name, text);
        return new Genesis(
                genesis.name(), genesis.seed(), genesis.rulesVersion(), genesis.epoch(), genesis.step(), List.of());
    }

    private Genesis genesis(String[] fields) {
        List<Command<?>> founding = Arrays.stream(fields[5].split(","))
                .<Command<?>>map(it -> (Raise) read("counters.raise.v1", it))
                .toList();
        return new Genesis(
                fields[0],
                Long.parseLong(fields[1]),
                Integer.parseInt(fields[2]),
                Instant.parse(fields[3]),
                Duration.parse(fields[4]),
                founding);
    }
}
