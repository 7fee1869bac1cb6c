package org.tpx.gateway.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.wire.MalformedMessageException;

/**
 * Goes through the rows of a CSV file, one at a time. Blank lines are passed over. Single-threaded.
 *
 * @param <C> what its columns hold
 */
final class CsvRows<C extends Enum<C> & Column> implements AutoCloseable {
    private static final String ROW = "row";
    private static final int MAX_FIELD_CHARS = 1 << 16;
    private static final Pattern PLACE = Pattern.compile(" ?\\(?record starting at line (\\d+)\\)?");

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final int[] places;
    private List<String> row = List.of();
    private long line;

    /**
     * Reads from a stream, which is closed with the rows.
     *
     * @throws MalformedMessageException naming the option, where the header lacks a column
     * @throws MalformedLineException where the header is malformed
     */
    CsvRows(InputStream in, Columns<C> columns, boolean hasHeader, char delimiter) throws IOException {
        reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_FIELD_CHARS)
                .ofCsvRecord(in);
        records = reader.iterator();
        List<String> header = hasHeader && next() ? row : List.of();
        places = columns.places(header.stream().map(String::strip).toList());
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws MalformedLineException where it is not CSV
     */
    boolean next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                line = found.getStartingLineNumber();
                row = found.getFields();
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    return true;
                }
            }
            return false;
        } catch (CsvParseException failure) {
            throw malformed(failure);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** The number of the line that the row starts on, from 1. */
    long line() {
        return line;
    }

    /** How many columns the row has. */
    int columns() {
        return row.size();
    }

    /** What a column holds, without space around it; throws {@link MalformedMessageException} where the row is too short. */
    String text(C column) {
        int place = places[column.ordinal()];
        if (place >= row.size()) {
            throw new MalformedMessageException(
                    column.label(),
                    "is missing: the row has " + row.size() + " columns, this is number " + place + " from 0");
        }
        return row.get(place).strip();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private MalformedLineException malformed(CsvParseException failure) {
        String complaint = String.valueOf(failure.getMessage());
        Matcher place = PLACE.matcher(complaint);
        long start = place.find() ? Long.parseLong(place.group(1)) : line + 1;
        return new MalformedLineException(
                start, ROW, "is not CSV: " + PLACE.matcher(complaint).replaceAll(""));
    }
}
