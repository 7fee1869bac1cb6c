package org.tpx.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The made-up files of orders, of which the README replays one. */
class SyntheticOrdersTest {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "imports", "synthetic-messages.csv");

    @Test
    void shouldHaveMadeTheSampleThatTheReadmeReplays() throws IOException {
        List<String> rows = SyntheticOrders.sound(18, 120);
        if (Boolean.getBoolean("golden.write")) {
            Files.write(SAMPLE, rows);
        }
        assertThat(SAMPLE).as("%s, rewritten by -Dgolden.write=true", SAMPLE).exists();
        assertThat(Files.readAllLines(SAMPLE)).isEqualTo(rows);
    }

    @Test
    void shouldHaveEveryKindOfRow() {
        List<String> rows = SyntheticOrders.sound(18, 120);
        for (String action : List.of("1", "2", "3", "4", "5", "7")) {
            assertThat(rows).as(action).anyMatch(row -> row.split(",", -1)[1].equals(action));
        }
    }

    @Test
    void shouldTradeAsItsRowsSayWhereTheFileIsSound() {
        List<String> rows = SyntheticOrders.sound(1, 5_000);
        NaiveBook book = new NaiveBook();
        rows.forEach(book::feed);
        List<String> executed = rows.stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> cells[1].equals("4") && !cells[2].equals("99"))
                .map(cells -> cells[3] + "@" + cells[4])
                .toList();
        assertThat(executed).hasSizeGreaterThan(500);
        assertThat(book.trades()).hasSameSizeAs(executed);
        for (int i = 0; i < executed.size(); i++) {
            assertThat(book.trades().get(i)).endsWith(" " + executed.get(i));
        }
        assertThat(book.unknown()).isEmpty();
    }

    @Test
    void shouldTradeOtherwiseThanItsRowsSayWhereItIsNot() {
        NaiveBook book = new NaiveBook();
        SyntheticOrders.crossing(1, 5_000).forEach(book::feed);
        assertThat(book.trades()).hasSizeGreaterThan(500);
        assertThat(book.unknown()).hasSizeGreaterThan(50);
    }
}
