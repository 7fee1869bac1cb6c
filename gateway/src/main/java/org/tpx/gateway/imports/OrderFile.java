package org.tpx.gateway.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.wire.MalformedMessageException;

/**
 * A file of orders, row by row in the order of time: CSV, or CSV in gzip where its name ends in {@code .gz}.
 *
 * @param path where it is
 * @param format how it is written
 */
public record OrderFile(Path path, OrderFormat format) {
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * Reads the file from its beginning to its end.
     *
     * @throws MalformedLineException naming line and column of a row that is not as the format says
     * @throws MalformedMessageException naming the option, where the header lacks a column
     */
    Tally read(OrderSink sink) throws IOException {
        OrderImport rows = new OrderImport(format, sink);
        try (InputStream in = open();
                CsvRows<OrderColumn> row =
                        new CsvRows<>(in, format.columns(), format.hasHeader(), format.delimiter())) {
            while (row.next()) {
                take(rows, row);
            }
            return rows.tally();
        } catch (ZipException | EOFException failure) {
            throw new MalformedLineException(
                    rows.tally().rows() + 1, "row", "cannot be unpacked: " + failure.getMessage());
        }
    }

    private static void take(OrderImport rows, CsvRows<OrderColumn> row) {
        try {
            rows.take(row);
        } catch (MalformedMessageException complaint) {
            throw new MalformedLineException(row.line(), complaint);
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }
}
