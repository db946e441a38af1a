package city.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/// How classes are written, wherever they stand. Functions of a root package, as in [HouseRules].
final class HabitRules {
    /// Of these types every access is hidden chance.
    private static final Set<String> DICE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator",
            "java.util.random.RandomGeneratorFactory");

    /// Accesses that read what a replay cannot give again: the wall clock, the machine, chance.
    private static final Set<String> HIDDEN = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.identityHashCode",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.lang.Thread.sleep",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.Date.<init>",
            "java.time.ZoneId.systemDefault");

    /// The floating point functions whose last bits may differ between machines; `StrictMath` has them all.
    private static final Set<String> LOOSE_MATH = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private HabitRules() {}

    static ArchRule noHiddenTimeOrChance(String root) {
        return noClasses()
                .that(areInModules(root))
                .should()
                .accessTargetWhere(describe("what a replay cannot give again", HabitRules::isHidden))
                .because("the same journal must give the same city");
    }

    private static boolean isHidden(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        var owner = target.getOwner().getName();
        var isClock = owner.startsWith("java.time.")
                && (target.getName().equals("now")
                        || target.getName().startsWith("system")
                        || target.getName().startsWith("tick"));
        var isLooseMath = owner.equals("java.lang.Math") && LOOSE_MATH.contains(target.getName());
        return isClock || isLooseMath || DICE.contains(owner) || HIDDEN.contains(owner + "." + target.getName());
    }

    static ArchRule eventsAreNamedRecordsInABrochure(String root) {
        return classes()
                .that(assignableTo(root + ".world.kernel.Event"))
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .andShould(beAnnotatedWith(root + ".world.kernel.EventType"))
                .andShould(standInABrochure(root, place -> place.is("")))
                .because("an event is a fact that others read, under a name that outlives its class");
    }

    static ArchRule commandsAreNamedRecordsInABrochure(String root) {
        return classes()
                .that(assignableTo(root + ".world.kernel.Command"))
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .andShould(beAnnotatedWith(root + ".world.kernel.WireName"))
                .andShould(standInABrochure(root, Place::isApi))
                .because("the journal holds commands for ever, under a name that outlives their class");
    }

    static ArchRule rowsStayInTheirAdapter(String root) {
        return classes()
                .that()
                .areAnnotatedWith("io.micronaut.data.annotation.MappedEntity")
                .should()
                .beRecords()
                .andShould()
                .bePackagePrivate()
                .andShould(be(describe(
                        "in an adapter",
                        type -> Place.of(type, root).filter(Place::isAdapter).isPresent())))
                .allowEmptyShould(true)
                .because("how a thing is stored is nobody else's business");
    }

    static ArchRule packagesAreNullMarked(String root) {
        return classes()
                .that(resideInAPackage(root + ".."))
                .should(be(describe(
                        "in a package that says @NullMarked",
                        (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .because("nothing in the city is null unless it says so");
    }

    static ArchRule nothingIsInjectedIntoFields(String root) {
        return ArchRuleDefinition.noFields()
                .that()
                .areDeclaredInClassesThat(resideInAPackage(root + ".."))
                .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
                .allowEmptyShould(true)
                .because("what a class needs stands in its constructor");
    }

    /// The app may: its answers on standard output are the command line's contract.
    static ArchRule onlyTheCommandLinePrints(String root) {
        return noClasses()
                .that(describe(
                        "stand outside of the app",
                        type -> !type.getPackageName().equals(root + ".app")
                                && !type.getPackageName().startsWith(root + ".app.")))
                .should(ACCESS_STANDARD_STREAMS)
                .because("logs go through slf4j, answers through the command line");
    }

    static ArchRule exceptionsSayWhatTheyAre(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should(THROW_GENERIC_EXCEPTIONS)
                .because("whoever catches needs a type to catch");
    }

    static ArchRule oneWayOfLogging(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should(USE_JAVA_UTIL_LOGGING)
                .because("one configuration must reach every log line");
    }

    private static DescribedPredicate<JavaClass> areInModules(String root) {
        return describe(
                "are in modules",
                type -> Place.of(type, root).filter(Place::isModule).isPresent());
    }

    private static ArchCondition<JavaClass> standInABrochure(String root, Predicate<Place> brochure) {
        return new ArchCondition<>("be public in a module's brochure") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var inBrochure = Place.of(type, root).filter(brochure).isPresent();
                if (!inBrochure || !type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    events.add(violated(type, type.getName() + " is not public in a module's brochure"));
                }
            }
        };
    }
}
