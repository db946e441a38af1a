package city.adapter.mqtt;

import city.adapter.codec.JsonCodec;
import city.agents.AgentsEvent;
import city.economy.EconomyEvent;
import city.economy.Money;
import city.social.SocialEvent;
import city.world.WorldEvent;
import city.world.kernel.Event;
import city.world.spi.Codec;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Every kind of event of the city, with an example of each.
public final class Events {
    private static final List<Class<?>> FAMILIES =
            List.of(WorldEvent.class, EconomyEvent.class, SocialEvent.class, AgentsEvent.class);

    public static final Codec CODEC = JsonCodec.builder()
            .families(FAMILIES)
            .scalar(Money.class, Money::toString, Money::parse)
            .build();

    private Events() {}

    public static List<Class<? extends Event>> types() {
        return FAMILIES.stream()
                .<Class<? extends Event>>flatMap(
                        family -> Stream.of(family.getPermittedSubclasses()).map(type -> type.asSubclass(Event.class)))
                .toList();
    }

    public static Event example(Class<? extends Event> type) {
        return type.cast(make(type));
    }

    private static Object make(Type type) {
        return switch (type) {
            case Class<?> text when text == String.class -> "a \"word\"\n";
            case Class<?> id when id == UUID.class -> FakeCity.id(7);
            case Class<?> time when time == Instant.class -> Instant.parse("2030-01-01T12:00:00Z");
            case Class<?> flag when flag == boolean.class -> true;
            case Class<?> number when number == long.class -> 1250L;
            case Class<?> number when number == int.class -> 3;
            case Class<?> constants when constants.isEnum() -> constants.getEnumConstants()[1];
            case Class<?> record when record.isRecord() -> makeRecord(record);
            case ParameterizedType list
            when list.getRawType() == List.class -> List.of(make(list.getActualTypeArguments()[0]));
            case ParameterizedType optional
            when optional.getRawType() == Optional.class -> Optional.of(make(optional.getActualTypeArguments()[0]));
            default -> throw new IllegalArgumentException("no example of " + type);
        };
    }

    private static Object makeRecord(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            return constructor.newInstance(Arrays.stream(constructor.getGenericParameterTypes())
                    .map(Events::make)
                    .toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(type.getName(), broken);
        }
    }
}
