package org.tpx.gateway.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tpx.gateway.json.InstantText;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.settlement.report.Column;
import org.tpx.settlement.report.Report;
import org.tpx.settlement.report.Reports;

/**
 * A report as a CSV file of RFC 4180 in UTF-8, with a head: amounts as decimals of the currency in the row, instants as RFC 3339 at the
 * offset of the exchange, and nothing where there is none.
 */
public final class CsvFile {
    private CsvFile() {}

    /** Writes a report as of the end of a turn and returns the number of its rows. */
    public static long write(Path file, Reports reports, Report report, long sequence) throws IOException {
        return write(file, reports, report, sequence, CsvFile::instant);
    }

    static long write(Path file, Reports reports, Report report, long sequence, Function<Long, String> instants)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(report.columns().stream().map(Column::name).toList());
            return reports.read(report, sequence, row -> csv.writeRecord(cells(report, row, instants)));
        }
    }

    private static List<String> cells(Report report, Reports.Row row, Function<Long, String> instants) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Object cell = row.cells().get(i);
            cells.add(
                    switch (report.columns().get(i).type()) {
                        case NUMBER, TEXT -> cell.toString();
                        case AMOUNT -> amount((Long) cell, row.currency());
                        case INSTANT -> instants.apply((Long) cell);
                    });
        }
        return cells;
    }

    private static String amount(long minor, Currency currency) {
        String text = Money.ofMinor(minor, currency).toString();
        return text.substring(text.indexOf(' ') + 1);
    }

    private static String instant(long nanos) {
        return nanos == 0 ? "" : InstantText.OF_THE_EXCHANGE.format(nanos);
    }
}
