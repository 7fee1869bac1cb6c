package org.tpx.settlement;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Settlement stands on the engine's four open packages and knows neither the state machine nor the gateway. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void shouldUseOnlyTheOpenPackagesOfTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.tpx.engine..", "org.tpx.book..", "org.tpx.gateway.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void shouldLeaveTheJournalsLibraryToTheJournal() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("net.openhft..", "com.lmax..", "io.netty..", "tools.jackson.."))
                .allowEmptyShould(true)
                .check(CLASSES);
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
    void shouldNameThingsByWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Abstract[A-Z]\\w*)(\\$.*)?")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
