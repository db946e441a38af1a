package city.adapter.codec.shape;

import city.adapter.codec.text.JsonInput;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes a record apart and puts it together.
///
/// @param constructor the canonical one, as a function of an array of components
/// @param accessors   in the order of declaration
record Handles(MethodHandle constructor, List<Accessor> accessors) {
    private static final MethodType TO_PART = MethodType.methodType(Object.class, Object.class);
    private static final MethodType TO_WHOLE = MethodType.methodType(Object.class, Object[].class);

    static Handles of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            var constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(TO_WHOLE);
            var accessors = new ArrayList<Accessor>();
            for (RecordComponent component : components) {
                var handle = lookup.unreflect(component.getAccessor()).asType(TO_PART);
                accessors.add(new Accessor(component.getName(), handle));
            }
            return new Handles(constructor, List.copyOf(accessors));
        } catch (ReflectiveOperationException closed) {
            throw new IllegalArgumentException(type.getName() + " cannot be opened: " + closed.getMessage(), closed);
        }
    }

    /// Calls the constructor; what it refuses is a fault of the text.
    Object construct(Object[] parts, JsonInput in) {
        try {
            return (Object) constructor.invokeExact(parts);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
            throw in.misfit(String.valueOf(refused.getMessage()));
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }

    /// Gets one component of a record.
    record Accessor(String component, MethodHandle handle) {
        Object get(Object whole) {
            Object part;
            try {
                part = (Object) handle.invokeExact(whole);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable checked) {
                throw new IllegalStateException(checked);
            }
            if (part == null) {
                throw new IllegalArgumentException(whole.getClass().getName() + "." + component + " must not be null");
            }
            return part;
        }
    }
}
