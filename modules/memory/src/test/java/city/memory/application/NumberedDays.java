package city.memory.application;

import city.memory.Memory.Kind;
import city.memory.MemoryEvent;
import city.memory.MemoryId;
import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.memory.Witness;
import city.world.ResidentId;
import city.world.kernel.Event;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the residents of a test live through: days that are told apart by their number.
final class NumberedDays {
    static final String LIVED = "lived";
    static final String SLEPT = "slept";
    static final String GIVEN = "given";
    private static final List<String> ONES =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> TENS =
            List.of("", "ten ", "twenty ", "thirty ", "forty ", "fifty ", "sixty ", "seventy ", "eighty ", "ninety ");

    private NumberedDays() {}

    /// An event of which each resident named by its subject remembers the number.
    private record Lived(UUID subject) implements Event {}

    static Optional<Event> read(LoggedEvent event) {
        return switch (event.type()) {
            case LIVED, SLEPT -> Optional.of(new Lived(event.subject()));
            case GIVEN ->
                Optional.of(new MemoryEvent.Remembered(
                        new MemoryId(event.id()),
                        new ResidentId(event.subject()),
                        Kind.INSIGHT,
                        "a number",
                        640,
                        true,
                        Optional.of(List.of(1L))));
            default -> Optional.empty();
        };
    }

    static Witness.Testimony testify(List<Witness.Told> events, Snapshot snapshot) {
        var lived = new ArrayList<Witness.Experience>();
        var asleep = new ArrayList<Witness.FellAsleep>();
        for (var told : events) {
            var resident = new ResidentId(told.logged().subject());
            if (told.logged().type().equals(SLEPT)) {
                asleep.add(new Witness.FellAsleep(resident, told.logged().tick()));
            } else if (told.fact() instanceof Lived) {
                lived.add(new Witness.Experience(
                        resident,
                        told.logged().sequence(),
                        0,
                        told.logged().tick(),
                        Kind.OBSERVATION,
                        words(told.logged().sequence()),
                        new Stakes(100, Role.ACTOR, 0, false, false),
                        Optional.empty()));
            }
        }
        return new Witness.Testimony(lived, asleep);
    }

    private static String words(long sequence) {
        int number = (int) (sequence % 100);
        return "It was the day number %s%s.".formatted(TENS.get(number / 10), ONES.get(number % 10));
    }
}
