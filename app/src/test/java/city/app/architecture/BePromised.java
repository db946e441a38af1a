package city.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Holds for a class that somebody outside of its package names, that the framework sees by an annotation, or that
/// stands in a public signature of one of these.
final class BePromised extends ArchCondition<JavaClass> {
    private final Set<JavaClass> promised = new HashSet<>();

    BePromised() {
        super("be asked for from outside of their package, or seen by the framework");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        var open = new ArrayDeque<>(all.stream().filter(BePromised::isAskedFor).toList());
        while (!open.isEmpty()) {
            var next = open.pop();
            if (promised.add(next)) {
                signature(next).filter(all::contains).forEach(open::push);
            }
        }
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!promised.contains(type)) {
            events.add(violated(type, type.getName() + " is public, and nobody outside of its package asks for it"));
        }
    }

    private static boolean isAskedFor(JavaClass type) {
        var seenByFramework = type.isAnnotatedWith(describe(
                "the framework's", it -> it.getRawType().getPackageName().startsWith("io.micronaut.")));
        return seenByFramework
                || type.getDirectDependenciesToSelf().stream()
                        .map(Dependency::getOriginClass)
                        .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
    }

    private static Stream<JavaClass> signature(JavaClass type) {
        var members = type.getCodeUnits().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(BePromised::signature);
        var supertypes = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
        return Stream.concat(members, supertypes).map(JavaClass::getBaseComponentType);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit member) {
        return Stream.of(
                        member.getReturnType().getAllInvolvedRawTypes().stream(),
                        member.getParameterTypes().stream().flatMap(it -> it.getAllInvolvedRawTypes().stream()),
                        member.getExceptionTypes().stream())
                .flatMap(types -> types);
    }
}
