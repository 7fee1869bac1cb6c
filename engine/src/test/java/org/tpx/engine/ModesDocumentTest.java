package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.AuctionMode;
import org.tpx.wire.Golden;

class ModesDocumentTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void shouldBeTheDocumentInTheRepository() throws IOException {
        Golden.assertCurrent(Path.of("..", "docs", "MODES.md"), ModesDocument.of(CLASSES));
    }

    @Test
    void shouldTellEveryModeOfAuction() {
        assertThat(ModesDocument.auctioned(CLASSES))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(AuctionMode.NEGOTIATED, AuctionMode.MARKED_PRICE)));
    }
}
