package org.tpx;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The floors of the engine module and what its pure packages may know of the world. The state machine must give the same
 * answer today, in an audit and on another machine; so it can reach no clock, thread, file, logger, random number or
 * order that differs from run to run.
 */
class ArchitectureTest {

    /** Bottom up. A package may use those below and beside it; beside, the circle test holds. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("protocol"),
            Set.of("wire", "book"),
            Set.of("journal", "engine.kernel"),
            Set.of("engine.rule", "engine.money", "engine.member", "engine.right"),
            Set.of("engine.governance", "engine.listing"),
            Set.of(
                    "engine.unit",
                    "engine.sale",
                    "engine.negotiation",
                    "engine.rofr",
                    "engine.offer",
                    "engine.offering",
                    "engine.evaluation",
                    "engine.demand",
                    "engine.custody",
                    "engine.deal",
                    "engine.charge",
                    "engine.oversight"),
            Set.of("engine"),
            Set.of("host"));

    private static final String[] PURE = {
        "org.tpx.protocol..", "org.tpx.wire..", "org.tpx.book..", "org.tpx.engine..",
    };

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void shouldReadTheClassesThatTheseRulesAreAbout() {
        assertThat(CLASSES.size()).isGreaterThan(300);
    }

    @Test
    void shouldStandOnFloorsWithNoArrowUp() {
        Set<String> arrowsUp = new TreeSet<>();
        for (JavaClass origin : CLASSES) {
            int floor = floor(origin);
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> isOurs(target) && floor(target) > floor)
                    .forEach(target -> arrowsUp.add(origin.getName() + " -> " + target.getName()));
        }
        assertThat(arrowsUp).isEmpty();
    }

    @Test
    void shouldHaveNoCircleOfPackages() {
        slices().matching("org.tpx.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void shouldKeepThePurePackagesFreeOfTheWorld() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java..", "javax..").and(isNotPure()))
                .orShould()
                .dependOnClassesThat(isForeign())
                .check(CLASSES);
    }

    @Test
    void shouldCountDatesInTheCalendarOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .and()
                .resideOutsideOfPackage("org.tpx.engine.rule")
                .should()
                .dependOnClassesThat(resideInAPackage("java.time.."))
                .check(CLASSES);
    }

    @Test
    void shouldKeepThePurePackagesFreeOfHiddenInputs() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .accessTargetWhere(DescribedPredicate.describe("a hidden input", ArchitectureTest::isHiddenInput))
                .check(CLASSES);
    }

    @Test
    void shouldKeepTheStateMachineFreeOfOrdersThatDifferFromRunToRun() {
        noClasses()
                .that()
                .resideInAPackage("org.tpx.engine..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "a hash table in no order", target -> UNORDERED.contains(target.getName())))
                .orShould()
                .accessTargetWhere(DescribedPredicate.describe("a collection in a salted order", access -> {
                    String owner = access.getTargetOwner().getName();
                    return (owner.equals("java.util.Set") || owner.equals("java.util.Map"))
                            && Set.of("of", "ofEntries", "copyOf").contains(access.getName());
                }))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void shouldCountMoneyInWholeNumbers() {
        String[] exact = {"org.tpx.protocol..", "org.tpx.book..", "org.tpx.engine.."};
        DescribedPredicate<JavaClass> inexact =
                DescribedPredicate.describe("a floating or decimal number", type -> INEXACT.contains(type.getName()));
        noFields()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(exact))
                .should()
                .haveRawType(inexact)
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(exact))
                .should()
                .haveRawReturnType(inexact)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(exact)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(BigDecimal.class)
                .check(CLASSES);
    }

    @Test
    void shouldKeepEachLibraryInItsPlace() {
        Map.of(
                        "net.openhft..", "org.tpx.journal..",
                        "com.lmax..", "org.tpx.host..",
                        "org.slf4j..", "org.tpx.host..")
                .forEach((library, place) -> noClasses()
                        .that()
                        .resideOutsideOfPackage(place)
                        .should()
                        .dependOnClassesThat(resideInAPackage(library))
                        .check(CLASSES));
    }

    @Test
    void shouldNameThingsByWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Abstract[A-Z]\\w*)(\\$.*)?")
                .check(CLASSES);
    }

    private static final Set<String> UNORDERED = Set.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.Hashtable");

    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    /** Dates of a calendar without a zone: the same in every place. */
    private static final Set<String> DATES = Set.of("java.time.LocalDate", "java.time.DayOfWeek");

    private static final Set<String> IMPURE = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.ThreadGroup",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.UUID",
            "java.util.Timer",
            "java.util.Date",
            "java.util.Calendar",
            "java.util.TimeZone",
            "java.util.Locale",
            "java.util.Scanner",
            "java.util.Formatter",
            "java.security.SecureRandom");

    private static final Set<String> PURE_JAVA = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.lang.runtime",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.security",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.util.zip");

    private static DescribedPredicate<JavaClass> isNotPure() {
        return DescribedPredicate.describe(
                "outside of what a pure package needs",
                type -> !DATES.contains(type.getName())
                        && (!PURE_JAVA.contains(type.getPackageName()) || IMPURE.contains(type.getName())));
    }

    /** Of libraries a pure package knows buffers and collections of Agrona and the null annotations, nothing else. */
    private static DescribedPredicate<JavaClass> isForeign() {
        return DescribedPredicate.describe("a library for the edges", type -> {
            String name = type.getBaseComponentType().getPackageName();
            boolean primitive = name.isEmpty() || name.startsWith("java.") || name.startsWith("javax.");
            return !primitive
                    && !name.startsWith("org.tpx.")
                    && !name.startsWith("org.agrona")
                    && !name.startsWith("org.jspecify");
        });
    }

    private static boolean isHiddenInput(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return switch (owner) {
            case "java.lang.System" -> !name.equals("arraycopy");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.time.LocalDate" -> name.equals("now");
            case "java.lang.Object" -> Set.of("wait", "notify", "notifyAll").contains(name);
            case "org.agrona.SystemUtil" -> true;
            default -> owner.startsWith("org.agrona.concurrent.") && owner.contains("Clock");
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("org.tpx");
    }

    private static int floor(JavaClass type) {
        String name = type.getPackageName().substring("org.tpx.".length());
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(name)) {
                return floor;
            }
        }
        throw new AssertionError("Package " + name + " stands on no floor: say in FLOORS where it belongs.");
    }
}
