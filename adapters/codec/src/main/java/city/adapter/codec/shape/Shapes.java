package city.adapter.codec.shape;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the shape of every type that the roots are made of. For one thread; what it has found is for all.
public final class Shapes {
    private final Set<Class<?>> roots;
    private final Map<Class<?>, Shape> known;

    /// @param roots   all types that are read and written by name
    /// @param scalars which win over what is found here
    public Shapes(Set<Class<?>> roots, Map<Class<?>, ? extends Shape> scalars) {
        this.roots = roots;
        this.known = new HashMap<>(scalars);
    }

    /// The shape of a record that is always written as an object.
    public RecordShape ofObject(Class<?> type) {
        if (known.get(type) instanceof RecordShape found) {
            return found;
        }
        if (known.containsKey(type)) {
            throw new IllegalArgumentException(type.getName() + " has a scalar but must be written as an object");
        }
        var handles = Handles.of(type);
        var shape = new RecordShape(handles);
        known.put(type, shape);
        shape.complete(type, fields(type, handles.accessors()));
        return shape;
    }

    private List<RecordShape.Field> fields(Class<?> type, List<Handles.Accessor> accessors) {
        var fields = new ArrayList<RecordShape.Field>();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Type whole = components[i].getGenericType();
            String where = type.getName() + "." + components[i].getName();
            boolean optional = whole instanceof ParameterizedType p && p.getRawType() == Optional.class;
            Type held = optional ? ((ParameterizedType) whole).getActualTypeArguments()[0] : whole;
            fields.add(RecordShape.Field.of(accessors.get(i), optional, of(held, where)));
        }
        return fields;
    }

    /// @param where it is used, for complaints
    public Shape of(Type type, String where) {
        return switch (type) {
            case Class<?> plain -> ofClass(plain, where);
            case ParameterizedType generic -> ofGeneric(generic, where);
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], where);
            default -> throw unwritable(type, where);
        };
    }

    private Shape ofGeneric(ParameterizedType type, String where) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ListShape(of(arguments[0], where));
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return new MapShape(of(arguments[1], where));
        }
        return type.getRawType() instanceof Class<?> raw && raw.isInterface() && raw != Map.class
                ? ofClass(raw, where)
                : refuse(type, where);
    }

    private Shape ofClass(Class<?> type, String where) {
        Shape found = known.get(type);
        if (found == null) {
            found = find(type, where);
            known.put(type, found);
        }
        return found;
    }

    private Shape find(Class<?> type, String where) {
        Optional<SimpleShape> simple = SimpleShape.find(type);
        if (simple.isPresent()) {
            return simple.get();
        }
        if (type.isEnum()) {
            return EnumShape.of(type);
        }
        if (type.isRecord()) {
            return ofRecord(type);
        }
        return type.isInterface() ? ofInterface(type, where) : refuse(type, where);
    }

    private Shape ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && WireNames.find(type).isEmpty() && !isMember(type)) {
            Class<?> only = components[0].getType();
            Optional<SimpleShape> simple = SimpleShape.find(only).filter(SimpleShape::standsForItsRecord);
            if (simple.isPresent()) {
                return new BareShape(simple.get(), Handles.of(type));
            }
        }
        return ofObject(type);
    }

    private Shape ofInterface(Class<?> type, String where) {
        var members = members(type);
        if (members.isEmpty()) {
            throw new IllegalArgumentException(where + ": " + type.getName() + " has no registered member");
        }
        var shape = new VariantShape(type);
        known.put(type, shape);
        members.forEach(member -> shape.add(member, ofObject(member)));
        return shape;
    }

    /// The records that may stand for an interface: of a sealed one those that it permits, of an open one
    /// the roots that implement it.
    private Set<Class<?>> members(Class<?> type) {
        var members = new LinkedHashSet<Class<?>>();
        if (type.isRecord()) {
            members.add(type);
        } else if (type.isSealed() && type.isInterface()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                members.addAll(members(permitted));
            }
        } else if (type.isInterface()) {
            roots.stream().filter(type::isAssignableFrom).forEach(members::add);
        } else {
            throw new IllegalArgumentException(type.getName() + " is neither a record nor an interface");
        }
        return members;
    }

    /// True when some sealed interface permits it, directly or not.
    private static boolean isMember(Class<?> type) {
        for (Class<?> parent : type.getInterfaces()) {
            if (parent.isSealed() || isMember(parent)) {
                return true;
            }
        }
        return false;
    }

    private static Shape refuse(Type type, String where) {
        throw unwritable(type, where);
    }

    private static IllegalArgumentException unwritable(Type type, String where) {
        return new IllegalArgumentException(
                where + ": " + type.getTypeName() + " cannot be written. Maybe it needs a scalar");
    }
}
