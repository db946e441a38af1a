package city.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule holds in the city, and catches each of the tiny cities under `broken` that commit its crime.
class ArchitectureTest {
    /// A rule and the packages under `broken` that it must catch.
    private record Law(String name, Function<String, ArchRule> rule, List<String> crimes) {
        static Law law(String name, Function<String, ArchRule> rule, String... crimes) {
            return new Law(name, rule, List.of(crimes));
        }

        Stream<DynamicTest> tests(JavaClasses city) {
            var holds = dynamicTest(
                    name + ": holds in the city", () -> rule.apply("city").check(city));
            var bites =
                    crimes.stream().map(crime -> dynamicTest(name + ": catches " + crime, () -> assertCatches(crime)));
            return Stream.concat(Stream.of(holds), bites);
        }

        private void assertCatches(String crime) {
            var root = "broken." + crime;
            var brokenCity = BROKEN.that(resideInAPackage(root + ".."));
            assertThat(brokenCity).as("classes of " + root).isNotEmpty();
            assertThat(rule.apply(root)
                            .allowEmptyShould(true)
                            .evaluate(brokenCity)
                            .hasViolation())
                    .isTrue();
        }
    }

    private static final List<Law> LAWS = List.of(
            Law.law(
                    "every class lives in a known package",
                    HouseRules::everyClassLivesInAKnownPackage,
                    "unknownpackage"),
            Law.law(
                    "modules know only their elders",
                    HouseRules::modulesKnowOnlyTheirElders,
                    "modulegraph",
                    "modulegraphadapter"),
            Law.law(
                    "units meet at their doors",
                    HouseRules::unitsMeetAtTheirDoors,
                    "backdoor",
                    "enginedoor",
                    "appbackdoor"),
            Law.law("nothing goes in circles", HouseRules::nothingGoesInCircles, "circle"),
            Law.law("the kernel knows no module", HouseRules::theKernelKnowsNoModule, "kernelknowsplaces"),
            Law.law("modules need only the JDK", HouseRules::modulesNeedOnlyTheJdk, "technology", "technologyarray"),
            Law.law(
                    "the domain is pure",
                    HouseRules::theDomainIsPure,
                    "impuredomain",
                    "impuredeepdomain",
                    "talkativedomain"),
            Law.law(
                    "use cases are hidden behind the assembler",
                    HouseRules::useCasesAreHiddenBehindTheAssembler,
                    "openusecase"),
            Law.law("adapters show only what is asked for", HouseRules::adaptersShowOnlyWhatIsAskedFor, "showyadapter"),
            Law.law("adapters do not know each other", HouseRules::adaptersDoNotKnowEachOther, "friendlyadapters"),
            Law.law(
                    "no hidden time or chance",
                    HabitRules::noHiddenTimeOrChance,
                    "hiddentime",
                    "hiddentimereference",
                    "hiddenchance",
                    "hiddenid",
                    "hiddenorder",
                    "loosemath"),
            Law.law(
                    "events are named records in a brochure",
                    HabitRules::eventsAreNamedRecordsInABrochure,
                    "looseevent",
                    "namelessevent",
                    "hiddenevent"),
            Law.law(
                    "commands are named records in a brochure",
                    HabitRules::commandsAreNamedRecordsInABrochure,
                    "namelesscommand"),
            Law.law("rows stay in their adapter", HabitRules::rowsStayInTheirAdapter, "openrow", "strayrow"),
            Law.law("packages are null-marked", HabitRules::packagesAreNullMarked, "nullable"),
            Law.law("nothing is injected into fields", HabitRules::nothingIsInjectedIntoFields, "fieldinjection"),
            Law.law("only the command line prints", HabitRules::onlyTheCommandLinePrints, "printing"),
            Law.law("exceptions say what they are", HabitRules::exceptionsSayWhatTheyAre, "vagueexception"),
            Law.law("one way of logging", HabitRules::oneWayOfLogging, "otherlogging"));

    private static final JavaClasses CITY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Once packed, another module's fixtures lie on the class path as a JAR of tests.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .withImportOption(new HandWritten())
            .importPackages("city");

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

    @TestFactory
    Stream<DynamicTest> everyRuleHoldsAndBites() {
        return LAWS.stream().flatMap(law -> law.tests(CITY));
    }

    @Test
    void everyBrokenCityIsSomebodysCrime() {
        var brokenCities = BROKEN.stream()
                .map(type -> type.getPackageName().split("\\.", 3)[1])
                .collect(Collectors.toSet());

        assertThat(LAWS.stream().flatMap(law -> law.crimes().stream())).hasSameElementsAs(brokenCities);
    }

    @Test
    void theRulesSeeEveryUnitOfTheHouse() {
        var units =
                CITY.stream().flatMap(type -> Place.of(type, "city").stream()).map(Place::unit);

        assertThat(units)
                .contains("world", "economy", "social", "memory", "agents", "app")
                .contains(
                        "codec", "llm", "metrics", "mqtt", "postgres", "qdrant", "redis", "scenario", "vectors", "web");
    }

    /// Leaves out what annotation processors write into our packages: `$X$Definition`, `X$Intercepted`,
    /// `jmh_generated`.
    private static final class HandWritten implements ImportOption {
        private static final Pattern GENERATED =
                Pattern.compile(".*/\\$[^/]*\\.class|.*\\$Intercepted(\\$[^/]*)?\\.class|.*/jmh_generated/.*");

        @Override
        public boolean includes(Location location) {
            return !location.matches(GENERATED);
        }
    }
}
