package city.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a class stands in the house: which unit (a module, an adapter, the app) and which part of it.
///
/// All lists here are of what is allowed, so that a package nobody thought of is refused and not overlooked.
///
/// @param part the packages below the unit's root, such as `domain` or `kernel.engine`; empty for the root itself
record Place(Kind kind, String unit, String part) {
    enum Kind {
        MODULE,
        ADAPTER,
        APP
    }

    /// The modules, each with those that it may know. Acyclic, and closed: a new line here is a decision.
    private static final Map<String, Set<String>> MODULES = Map.of(
            "world", Set.of(),
            "economy", Set.of("world"),
            "social", Set.of("world"),
            "memory", Set.of("world"),
            "governance", Set.of("world", "economy", "social"),
            "agents", Set.of("world", "economy", "social", "memory", "governance"));

    private static final Set<String> ADAPTERS = Set.of(
            "caffeine", "codec", "llm", "metrics", "mqtt", "postgres", "qdrant", "redis", "scenario", "vectors", "web");

    private static final Set<String> MODULE_PARTS = Set.of("", "spi", "domain", "application");

    /// A domain with many ideas gives each its package; what holds for the domain holds for all of them.
    private static final Pattern PART_OF_DOMAIN = Pattern.compile("domain\\.[a-z]+");

    /// Use cases that live apart from the city thread have a package and an assembler of their own.
    private static final Pattern PART_OF_APPLICATION = Pattern.compile("application\\.[a-z]+");

    private static final Set<String> KERNEL_API = Set.of("kernel", "kernel.access", "kernel.state");

    /// What makes the kernel go: named inside of world, and by the app that starts it.
    private static final Set<String> KERNEL_INSIDES = Set.of("kernel.engine", "kernel.history", "kernel.machine");

    /// Empty when the class stands outside of the root or in a package that the house does not have.
    static Optional<Place> of(JavaClass type, String root) {
        return of(type.getPackageName(), root);
    }

    static Optional<Place> of(String packageName, String root) {
        if (!packageName.startsWith(root + ".")) {
            return Optional.empty();
        }
        var words = packageName.substring(root.length() + 1).split("\\.", 2);
        var rest = words.length == 2 ? words[1] : "";
        return switch (words[0]) {
            case "app" -> Optional.of(new Place(Kind.APP, "app", rest));
            case "adapter" -> adapter(rest);
            default -> module(words[0], rest);
        };
    }

    private static Optional<Place> adapter(String rest) {
        var words = rest.split("\\.", 2);
        return ADAPTERS.contains(words[0])
                ? Optional.of(new Place(Kind.ADAPTER, words[0], words.length == 2 ? words[1] : ""))
                : Optional.empty();
    }

    private static Optional<Place> module(String name, String part) {
        var kernel = name.equals("world") && (KERNEL_API.contains(part) || KERNEL_INSIDES.contains(part));
        return MODULES.containsKey(name) && (isModulePart(part) || kernel)
                ? Optional.of(new Place(Kind.MODULE, name, part))
                : Optional.empty();
    }

    private static boolean isModulePart(String part) {
        return MODULE_PARTS.contains(part)
                || PART_OF_DOMAIN.matcher(part).matches()
                || PART_OF_APPLICATION.matcher(part).matches();
    }

    boolean isModule() {
        return kind == Kind.MODULE;
    }

    boolean isAdapter() {
        return kind == Kind.ADAPTER;
    }

    boolean isApi() {
        return isModule() && (part.isEmpty() || KERNEL_API.contains(part));
    }

    boolean isKernel() {
        return isModule() && (KERNEL_API.contains(part) || KERNEL_INSIDES.contains(part));
    }

    boolean is(String wantedPart) {
        return isModule() && part.equals(wantedPart);
    }

    boolean isDomain() {
        return is("domain") || (isModule() && PART_OF_DOMAIN.matcher(part).matches());
    }

    boolean isApplication() {
        return is("application")
                || (isModule() && PART_OF_APPLICATION.matcher(part).matches());
    }

    boolean sharesUnitWith(Place other) {
        return kind == other.kind && unit.equals(other.unit);
    }

    boolean mayKnowModule(Place other) {
        return switch (kind) {
            case MODULE -> MODULES.getOrDefault(unit, Set.of()).contains(other.unit);
            case ADAPTER, APP -> true;
        };
    }

    /// What of another module this place may name, once it may know that module at all.
    boolean mayName(JavaClass target, Place there) {
        return there.isApi()
                || switch (kind) {
                    case MODULE -> false;
                    case ADAPTER -> there.is("spi") || isDomainRecord(target, there);
                    case APP -> there.is("spi") || KERNEL_INSIDES.contains(there.part) || isAssembler(target, there);
                };
    }

    private static boolean isDomainRecord(JavaClass target, Place there) {
        return there.isDomain() && (target.isRecord() || target.isEnum());
    }

    /// The one public class of `application`: it takes ports and gives the module.
    static boolean isAssembler(JavaClass type, Place place) {
        return place.isApplication()
                && type.isTopLevelClass()
                && type.getSimpleName().endsWith("Module");
    }
}
