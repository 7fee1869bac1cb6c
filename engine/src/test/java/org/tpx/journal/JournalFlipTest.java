package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flips every byte of the used region of a small journal file, one at a time. A flip must be found and located, or it must
 * lie in one of the regions that are named here and leave every record readable as it was.
 */
@TestInstance(Lifecycle.PER_CLASS)
class JournalFlipTest {

    private static final int TURNS = 8;
    private static final Path NAME = Path.of("20251124F.cq4");

    private byte[] file = {};
    private int used;
    private List<byte[]> records = List.of();
    private List<Document> documents = List.of();

    @BeforeAll
    void writeAFile(@TempDir Path directory) throws IOException {
        JournalSupport.write(directory, 77, TURNS, 3);
        file = Files.readAllBytes(directory.resolve("turns").resolve(NAME));
        records = JournalSupport.expected(77, TURNS);
        used = file.length;
        while (file[used - 1] == 0) {
            used--;
        }
        // Also a stretch of the zeros behind the end, which must stay zeros; the rest of them would only take time.
        used += 64;
        file = Arrays.copyOf(file, used);
        documents = documents();
    }

    @Test
    void shouldFindNothingWrongWithTheFileAsItIs() {
        ScanReport report = JournalScanner.scanBytes(NAME, file, TURNS);
        assertThat(report.findings()).isEmpty();
        assertThat(report.head().sequence()).isEqualTo(TURNS);
        assertThat(isReadAsItWas()).isTrue();
    }

    @Test
    void shouldFindEveryFlipOrProveItHarmless() {
        TreeMap<String, Integer> harmless = new TreeMap<>();
        int found = 0;
        for (int place = 0; place < used; place++) {
            for (int mask : masks(place)) {
                file[place] ^= (byte) mask;
                if (isFound(place)) {
                    found++;
                } else {
                    harmless.merge(region(place), 1, Integer::sum);
                    assertThat(isReadAsItWas()).as("flip at %d", place).isTrue();
                }
                file[place] ^= (byte) mask;
            }
        }
        // A process that was killed may not have counted its first entry yet, so each of these may be 0 as well as 1.
        assertThat(harmless)
                .isEqualTo(Map.of(
                        "how many turns Chronicle's index covers", 1,
                        "how many entries Chronicle's indexes have", 2));
        assertThat(found).isGreaterThanOrEqualTo(9 * (used - firstTurn()));
    }

    /** Every bit and the whole byte, except in the long stretches of Chronicle's indexes. */
    private int[] masks(int place) {
        return region(place).equals("content of Chronicle's indexes")
                ? new int[] {1 << (place % 8)}
                : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255};
    }

    /** Whether the scan reports the flip, and reports it at the document that it is in. */
    private boolean isFound(int place) {
        ScanReport report = JournalScanner.scanBytes(NAME, file, TURNS);
        if (report.findings().isEmpty()) {
            return false;
        }
        Finding first = report.findings().get(0);
        long turn = turnAt(place);
        if (turn > 0) {
            assertThat(first.severity())
                    .as("flip at %d: %s", place, first)
                    .isEqualTo(turn > TURNS ? Finding.Severity.TORN_TAIL : Finding.Severity.DAMAGE);
            assertThat(first.sequence()).as("flip at %d: %s", place, first).isEqualTo(turn);
            assertThat(first.position())
                    .as("flip at %d: %s", place, first)
                    .isBetween((long) Math.max(0, documentOf(place) - 3), (long) documentOf(place) + 4);
        }
        return true;
    }

    private boolean isReadAsItWas() {
        DocumentCursor cursor = new DocumentCursor();
        TurnRecordView turn = new TurnRecordView();
        cursor.open(CycleBytes.of(file), 0);
        int count = 0;
        DocumentCursor.Step step = cursor.look();
        while (step == DocumentCursor.Step.METADATA || step == DocumentCursor.Step.TURN) {
            if (step == DocumentCursor.Step.TURN) {
                boolean same = turn.wrap(cursor.buffer(), cursor.contentOffset(), cursor.contentLength()) == Fault.NONE
                        && new UnsafeBuffer(records.get(count)).equals(turn.buffer());
                if (!same) {
                    return false;
                }
                count++;
            }
            cursor.skip();
            step = cursor.look();
        }
        return count == TURNS;
    }

    private record Document(int position, boolean turn, int length) {}

    private List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        UnsafeBuffer bytes = new UnsafeBuffer(file);
        int position = 0;
        for (int header = bytes.getInt(0, ByteOrder.LITTLE_ENDIAN); header != 0; ) {
            int length = header & 0x3FFFFFFF;
            documents.add(new Document(position, (header & 0x40000000) == 0, length));
            position = (position + 4 + length + 3) & ~3;
            header = bytes.getInt(position, ByteOrder.LITTLE_ENDIAN);
        }
        documents.add(new Document(position, true, 0));
        return documents;
    }

    private int firstTurn() {
        return documents.stream()
                .filter(Document::turn)
                .findFirst()
                .orElseThrow()
                .position();
    }

    /** The document that a byte belongs to. */
    private int documentOf(int place) {
        int found = 0;
        for (Document document : documents) {
            if (document.position() <= place) {
                found = document.position();
            }
        }
        return turnAt(place) > TURNS ? place : found;
    }

    /** The turn that a byte belongs to, 0 when it is Chronicle's own, one more than there are behind the end. */
    private long turnAt(int place) {
        return place < firstTurn()
                ? 0
                : documents.stream()
                        .filter(each -> each.turn() && each.position() <= place)
                        .count();
    }

    private String region(int place) {
        if (place >= 176 && place < 184) {
            return "how many turns Chronicle's index covers";
        }
        for (Document index : documents.subList(1, documents.size())) {
            int count = index.position() == 200 ? 232 : index.position() + 24;
            if (!index.turn() && place >= count && place < count + 8) {
                return "how many entries Chronicle's indexes have";
            }
            if (!index.turn() && place >= index.position() + 4 && place < index.position() + 4 + index.length()) {
                return "content of Chronicle's indexes";
            }
        }
        return "byte " + place;
    }
}
