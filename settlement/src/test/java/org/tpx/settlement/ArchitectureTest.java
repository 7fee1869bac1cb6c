package org.tpx.settlement;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Settlement stands on the engine's four open packages and knows neither the state machine nor the gateway. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void shouldUseOnlyTheOpenPackagesOfTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.tpx.engine..", "org.tpx.book..", "org.tpx.gateway.."))
                .check(CLASSES);
    }

    @Test
    void shouldLeaveTheJournalsLibraryToTheJournal() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("net.openhft..", "com.lmax..", "io.netty..", "tools.jackson.."))
                .check(CLASSES);
    }

    @Test
    void shouldLeavePagesAndQrCodesToThePapers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.tpx.settlement.paper..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..", "com.google.zxing.."))
                .check(CLASSES);
    }

    @Test
    void shouldWritePapersWithoutAClock() {
        noClasses()
                .that()
                .resideInAnyPackage("org.tpx.settlement.paper..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Random.class, UUID.class, Date.class, Clock.class))
                .because("the same facts give the same bytes")
                .check(CLASSES);
    }

    @Test
    void shouldHaveNoCircleOfPackages() {
        slices().matching("org.tpx.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldMakeTheBooksFromTheJournalAlone() {
        noClasses()
                .that()
                .resideInAnyPackage("org.tpx.settlement.ledger..", "org.tpx.settlement.document..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.tpx.host..", "java.time..", "java.security.."))
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Random.class, UUID.class, Date.class))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("dropped and booked again, every table must be the same row by row")
                .check(CLASSES);
    }

    @Test
    void shouldCheckProofsWithoutTheCodeThatMakesThem() {
        noClasses()
                .that()
                .resideInAPackage("org.tpx.settlement.proof..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages("org.tpx.settlement.proof..", "java..", "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void shouldHaveReadTheClasses() {
        assertThat(CLASSES.size()).isGreaterThan(50);
    }

    @Test
    void shouldNameThingsByWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Abstract[A-Z]\\w*)(\\$.*)?")
                .check(CLASSES);
    }
}
