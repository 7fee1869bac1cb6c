package org.tpx.gateway.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines are read one by one, numbered as an editor numbers them. */
class LineReaderTest {

    @Test
    void shouldNumberLinesAndPassOverBlankOnes() throws IOException {
        assertThat(lines("a\n\nbc\r\n \t\nd")).containsExactly("1:a", "3:bc", "5:d");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).isEmpty();
        assertThat(lines("a\n")).containsExactly("1:a");
    }

    @Test
    void shouldReadTheLongestLineAndRefuseTheNext() throws IOException {
        String longest = "x".repeat(LineReader.MAX_LENGTH);
        assertThat(lines(longest + "\ny")).containsExactly("1:" + longest, "2:y");
        assertThatExceptionOfType(MalformedLineException.class)
                .isThrownBy(() -> lines("a\n" + longest + "x\n"))
                .withMessage("2: line: has more than 65536 bytes");
    }

    @Test
    void shouldReadLinesThatArriveInPieces() throws IOException {
        String text = "first\nsecond\nthird";
        InputStream drops = new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 3));
            }
        };
        assertThat(lines(drops)).containsExactly("1:first", "2:second", "3:third");
    }

    private static List<String> lines(String text) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static List<String> lines(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(in)) {
            while (reader.next()) {
                lines.add(reader.number() + ":" + new String(reader.bytes(), 0, reader.length(), UTF_8));
            }
        }
        return lines;
    }
}
