package org.tpx.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The gateway stands on settlement and on the four open packages of the engine, and does not know the state machine. Market data
 * alone may use the order book as well: a pure library, and six rules for the price of a call written twice would differ some day.
 */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void shouldReadTheClassesThatTheseRulesAreAbout() {
        assertThat(CLASSES.size()).isGreaterThan(1);
    }

    @Test
    void shouldUseOnlyTheOpenPackagesOfTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.tpx.engine.."))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tpx.gateway.view")
                .should()
                .dependOnClassesThat(resideInAPackage("org.tpx.book.."))
                .check(CLASSES);
    }

    @Test
    void shouldLeaveTheRingAndTheJournalsLibraryToTheEngineModule() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("net.openhft..", "com.lmax.."))
                .check(CLASSES);
    }

    @Test
    void shouldLeaveTheFullTextIndexToThePackageThatMatches() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tpx.gateway.match")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.lucene.."))
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoCircleOfPackages() {
        slices().matching("org.tpx.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldNameThingsByWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Abstract[A-Z]\\w*)(\\$.*)?")
                .check(CLASSES);
    }
}
