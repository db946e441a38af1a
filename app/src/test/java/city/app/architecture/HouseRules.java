package city.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Who may know whom. Each rule is a function of a root package, so that it can be tried on a city that breaks it.
final class HouseRules {
    /// What of the JDK a module needs to think, package by package; files, sockets, databases, processes and reflection
    /// belong to adapters.
    private static final Set<String> THINKING = Set.of(
            "java.io",
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.security",
            "java.time",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream");

    private HouseRules() {}

    static ArchRule everyClassLivesInAKnownPackage(String root) {
        return classes()
                .should(be(
                        "in a package that the house has",
                        type -> place(root, type).isPresent()))
                .because("a package outside of the plan escapes every other rule");
    }

    static ArchRule modulesKnowOnlyTheirElders(String root) {
        return classes()
                .that(stand(root, Place::isModule))
                .should(knowOnly(root, "modules that the graph allows", (from, to) -> {
                    var there = place(root, to);
                    return there.isPresent()
                            && there.get().isModule()
                            && (there.get().sharesUnitWith(from) || from.mayKnowModule(there.get()));
                }))
                .because("the graph of modules is a closed list without cycles");
    }

    static ArchRule unitsMeetAtTheirDoors(String root) {
        return classes()
                .should(knowOnly(root, "what other modules show", (from, to) -> {
                    var there = place(root, to);
                    return there.isPresent()
                            && (!there.get().isModule()
                                    || there.get().sharesUnitWith(from)
                                    || from.mayName(to, there.get()));
                }))
                .because("a module leaves the house by replacing its root package with a remote client");
    }

    /// Between the packages of modules, and between units; how an adapter orders its inside is its own business.
    static ArchRule nothingGoesInCircles(String root) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return place(root, type)
                                .map(it -> SliceIdentifier.of(it.unit(), it.isModule() ? it.part() : ""))
                                .orElseGet(SliceIdentifier::ignore);
                    }

                    @Override
                    public String getDescription() {
                        return "packages of modules, and other units";
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    static ArchRule theKernelKnowsNoModule(String root) {
        return classes()
                .that(stand(root, Place::isKernel))
                .should(knowOnly(
                        root,
                        "the kernel and its ports",
                        (from, to) -> place(root, to)
                                .filter(there -> there.isKernel() || (there.sharesUnitWith(from) && there.is("spi")))
                                .isPresent()))
                .because("places and people are participants of the kernel, never part of it");
    }

    static ArchRule modulesNeedOnlyTheJdk(String root) {
        return classes()
                .that(stand(root, Place::isModule))
                .should(dependOnly(
                        root,
                        "the JDK's thinking parts, jspecify and slf4j",
                        target -> thinks(target) || isIn(target, "org.jspecify") || isIn(target, "org.slf4j")))
                .because("technology lives in adapters");
    }

    static ArchRule theDomainIsPure(String root) {
        return classes()
                .that(stand(root, Place::isDomain))
                .should(dependOnly(
                        root,
                        "the JDK's thinking parts and jspecify",
                        target -> thinks(target) || isIn(target, "org.jspecify")))
                .andShould(knowOnly(
                        root,
                        "domains and brochures",
                        (from, to) -> place(root, to)
                                .filter(there -> there.isApi() || there.isDomain())
                                .isPresent()))
                .allowEmptyShould(true)
                .because("the rules of the city must be testable with plain Java");
    }

    static ArchRule useCasesAreHiddenBehindTheAssembler(String root) {
        return classes()
                .that(stand(root, Place::isApplication))
                .and(describe("are public", HouseRules::isPublicTopLevel))
                .should(be(
                        "the assembler",
                        type -> place(root, type)
                                .filter(place -> Place.isAssembler(type, place))
                                .isPresent()))
                .allowEmptyShould(true)
                .because("a use case is reached through its module's interface");
    }

    /// An adapter that nobody wires yet is not judged.
    static ArchRule adaptersShowOnlyWhatIsAskedFor(String root) {
        return classes()
                .that(stand(root, Place::isAdapter))
                .and(describe("are public", HouseRules::isPublicTopLevel))
                .and(describe("belong to an adapter in use", type -> isInUse(root, type)))
                .should(new BePromised())
                .allowEmptyShould(true)
                .because("public is a promise, and nobody was promised this");
    }

    private static boolean isInUse(String root, JavaClass type) {
        var adapter = root + ".adapter." + place(root, type).map(Place::unit).orElseThrow();
        return type.getPackage().getClassesInPackageTree().stream()
                .flatMap(it -> it.getDirectDependenciesToSelf().stream())
                .anyMatch(use -> !isIn(use.getOriginClass(), adapter));
    }

    static ArchRule adaptersDoNotKnowEachOther(String root) {
        return classes()
                .that(stand(root, Place::isAdapter))
                .should(knowOnly(
                        root,
                        "modules and itself",
                        (from, to) -> place(root, to)
                                .filter(there -> there.isModule() || there.sharesUnitWith(from))
                                .isPresent()))
                .because("each technology can be replaced alone");
    }

    // ---- words --------------------------------------------------------------------------------------------------

    private static Optional<Place> place(String root, JavaClass type) {
        return Place.of(type.getBaseComponentType(), root);
    }

    private static DescribedPredicate<JavaClass> stand(String root, Predicate<Place> where) {
        return describe("stand there", type -> place(root, type).filter(where).isPresent());
    }

    private static boolean isPublicTopLevel(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isIn(JavaClass type, String packageName) {
        return type.getPackageName().equals(packageName)
                || type.getPackageName().startsWith(packageName + ".");
    }

    private static boolean thinks(JavaClass type) {
        return THINKING.contains(type.getPackageName()) && !type.getName().startsWith("java.io.File");
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> holds) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type)) {
                    events.add(violated(type, "%s is not %s".formatted(type.getName(), what)));
                }
            }
        };
    }

    /// Looks at what a class of a known place depends on inside of the root.
    private static ArchCondition<JavaClass> knowOnly(String root, String what, BiPredicate<Place, JavaClass> allowed) {
        return eachDependency("know only " + what, dependency -> {
            var target = dependency.getTargetClass();
            var from = place(root, dependency.getOriginClass());
            return !isInside(root, target) || from.isEmpty() || allowed.test(from.get(), target);
        });
    }

    /// Looks at what a class depends on outside of the root.
    private static ArchCondition<JavaClass> dependOnly(String root, String what, Predicate<JavaClass> allowed) {
        return eachDependency("depend only on " + what, dependency -> {
            var target = dependency.getTargetClass().getBaseComponentType();
            return target.isPrimitive() || isInside(root, target) || allowed.test(target);
        });
    }

    private static boolean isInside(String root, JavaClass type) {
        return isIn(type.getBaseComponentType(), root);
    }

    private static ArchCondition<JavaClass> eachDependency(String what, Predicate<Dependency> allowed) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(allowed.negate())
                        .forEach(it -> events.add(violated(it, it.getDescription())));
            }
        };
    }
}
