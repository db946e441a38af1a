package city.agents.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsReads.Observation;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObservationHashTest {
    private static final Observation SEEN = Scenes.plain().observation();

    @Test
    void theSameSightHasTheSameHashForEver() throws ReflectiveOperationException {
        var components = Observation.class.getRecordComponents();
        var ofNoParty = (Observation) with(SEEN, components, components.length - 1, List.of());

        assertThat(ObservationHash.of(SEEN))
                .isEqualTo(ObservationHash.of(Scenes.plain().observation()));
        assertThat(ObservationHash.of(ofNoParty))
                .isEqualTo("60d16f5ab7d137f26422eb270a513885c9eb57b5494a1c6f80f7666dffa1fdd4");
    }

    @Test
    void everythingThatIsSeenCounts() throws ReflectiveOperationException {
        var hashes = new HashSet<String>();
        hashes.add(ObservationHash.of(SEEN));
        int variants = 1;
        for (var variant : variants(SEEN)) {
            hashes.add(ObservationHash.of((Observation) variant));
            variants++;
        }

        assertThat(variants).as("fields of all records that are seen").isGreaterThan(25);
        assertThat(hashes).hasSize(variants);
    }

    @Test
    void neighboursCannotTradeCharacters() {
        var a = new Digest().text("ab").text("c").hex();
        var b = new Digest().text("a").text("bc").hex();

        assertThat(a).isNotEqualTo(b);
    }

    /// All copies of a record in which one field, however deep, is another.
    private static List<Object> variants(Object value) throws ReflectiveOperationException {
        var variants = new ArrayList<Object>();
        var components = value.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            for (var other : others(components[i].getAccessor().invoke(value))) {
                variants.add(with(value, components, i, other));
            }
        }
        return variants;
    }

    private static Object with(Object value, RecordComponent[] components, int index, Object other)
            throws ReflectiveOperationException {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = i == index ? other : components[i].getAccessor().invoke(value);
        }
        return value.getClass().getDeclaredConstructor(types).newInstance(arguments);
    }

    private static List<Object> others(Object value) throws ReflectiveOperationException {
        return switch (value) {
            case String text -> List.of(text + "!");
            case Boolean flag -> List.of(!flag);
            case Integer number -> List.of(number + 1);
            case Instant time -> List.of(time.plusSeconds(1), time.plusNanos(1));
            case UUID id ->
                List.of(
                        new UUID(id.getMostSignificantBits() + 1, id.getLeastSignificantBits()),
                        new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1));
            case Optional<?> maybe
            when maybe.isPresent() -> {
                var others = new ArrayList<Object>(List.of(Optional.empty()));
                others(maybe.get()).forEach(it -> others.add(Optional.of(it)));
                yield others;
            }
            case List<?> list -> {
                var others = new ArrayList<Object>(List.of(list.subList(0, list.size() - 1)));
                for (var other : others(list.getFirst())) {
                    var copy = new ArrayList<Object>(list);
                    copy.set(0, other);
                    others.add(copy);
                }
                yield others;
            }
            case Record _ -> variants(value);
            default -> throw new IllegalStateException("no other value of " + value.getClass());
        };
    }
}
