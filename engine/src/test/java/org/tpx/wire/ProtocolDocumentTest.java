package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.RejectReason;

class ProtocolDocumentTest {
    private final String document = ProtocolDocument.of(Templates.ofProtocol());

    @Test
    void shouldBeTheDocumentInTheRepository() throws IOException {
        Golden.assertCurrent(Path.of("../docs/PROTOCOL.md"), document);
    }

    @Test
    void shouldTellEveryMessageWithEveryField() {
        for (MessageShape message : Templates.ofProtocol().all()) {
            assertThat(document)
                    .contains("#### " + message.name() + " (" + message.templateId() + ")\n\n" + message.doc() + "\n");
            message.fields().forEach(field -> assertThat(document).contains("| `" + field.jsonName() + "` | "));
        }
    }

    @Test
    void shouldTellTheReasonsForRefusalInOrderOfPrecedence() {
        int last = 0;
        for (RejectReason reason : RejectReason.values()) {
            int place =
                    document.indexOf("\n| `" + reason + "` | " + reason.wireCode() + " | " + reason.sentence() + " |");
            assertThat(place).as(reason.name()).isGreaterThan(last);
            last = place;
        }
    }

    @Test
    void shouldTellHowAFieldIsWritten() {
        String sample = ProtocolDocument.of(Templates.of(SampleCommand.class, SampleEvent.class));

        assertThat(sample)
                .contains("| `listing` | code of a listing | the listing | `listingId` int64 @ 0 |")
                .contains("| `number` | number | a number; -5 to 5 | `number` int32 @ 8 |")
                .contains("| `price` | money | the price; at least 1 minor units | `price` Money @ 12 |")
                .contains("| `end` | time | the end; *optional* | `endNanos` int64 @ 23 |")
                .contains("| `lines` | list | its lines; at most 3 | `lines` group |")
                .contains("Each of `lines`:")
                .contains("| `label` | text | a label; at most 8 bytes | `label` text |")
                .contains("| `reason` | [RejectReason](#reasons-for-refusal) | why | `reason` uint8 @ 8 |");
    }
}
