package org.tpx.gateway.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.gateway.json.Shown;
import org.tpx.wire.MalformedMessageException;

/**
 * A file of recordations of the United States Patent and Trademark Office, one a row: CSV, or CSV in gzip where its name ends in
 * {@code .gz}; the header names the columns, lists within a column are divided by {@code |}.
 */
final class RecordationFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_COMPLAINTS = 100;
    private static final int MAX_NAME_CHARS = 300;
    private static final Pattern REEL_FRAME = Pattern.compile("([0-9]{1,6})[-/]([0-9]{1,4})");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{0,2}[0-9]{1,14}");

    private final List<Recordation> recordations = new ArrayList<>();
    private final List<MalformedLineException> complaints = new ArrayList<>();

    private RecordationFile() {}

    /**
     * Reads the whole file. Rows that are malformed become complaints, which name line and field, a hundred at most.
     *
     * @throws MalformedLineException where the file is no CSV from some line on
     * @throws MalformedMessageException where the header lacks a column
     */
    static RecordationFile read(Path path) throws IOException {
        RecordationFile file = new RecordationFile();
        long line = 0;
        try (InputStream in = open(path);
                CsvRows<TitleColumn> row = new CsvRows<>(in, TitleColumn.named(), true, ',')) {
            while (row.next() && file.complaints.size() < MAX_COMPLAINTS) {
                line = row.line();
                file.take(row);
            }
        } catch (ZipException | EOFException failure) {
            throw new MalformedLineException(line + 1, "row", "cannot be unpacked: " + failure.getMessage());
        }
        return file;
    }

    /** The rows, in the order of the file. */
    List<Recordation> recordations() {
        return recordations;
    }

    /** What is wrong with the rows that could not be read. */
    List<MalformedLineException> complaints() {
        return complaints;
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }

    private void take(CsvRows<TitleColumn> row) {
        try {
            int expected = TitleColumn.values().length;
            if (row.columns() > expected) {
                throw new MalformedMessageException(
                        "row",
                        "has " + row.columns() + " columns, not " + expected + ": is a name with commas not quoted?");
            }
            recordations.add(recordation(row));
        } catch (MalformedMessageException complaint) {
            complaints.add(new MalformedLineException(row.line(), complaint));
        }
    }

    private static Recordation recordation(CsvRows<TitleColumn> row) {
        List<String> patents = numbers(row, TitleColumn.PATENT_NUMBERS, "US");
        List<String> applications = numbers(row, TitleColumn.APPLICATION_NUMBERS, "US-APP-");
        LocalDate recorded = date(row, TitleColumn.RECORDED_DATE);
        if (recorded == null) {
            throw new MalformedMessageException(TitleColumn.RECORDED_DATE.label(), "is empty");
        }
        require(
                !patents.isEmpty() || !applications.isEmpty(),
                TitleColumn.PATENT_NUMBERS,
                "names no patent and no application");
        String words = row.text(TitleColumn.CONVEYANCE);
        require(!words.isEmpty(), TitleColumn.CONVEYANCE, "is empty");
        String purge = row.text(TitleColumn.PURGE);
        require(purge.matches("[YN]?"), TitleColumn.PURGE, "is Y or N, not " + Shown.text(purge));
        date(row, TitleColumn.LAST_UPDATE);
        return new Recordation(
                row.line(),
                reelFrame(row),
                recorded,
                date(row, TitleColumn.EXEC_DATE),
                words,
                Conveyance.read(words),
                names(row, TitleColumn.ASSIGNORS),
                names(row, TitleColumn.ASSIGNEES),
                patents.isEmpty() ? applications : patents,
                purge.equals("Y"));
    }

    private static String reelFrame(CsvRows<TitleColumn> row) {
        String text = row.text(TitleColumn.REEL_FRAME);
        Matcher matcher = REEL_FRAME.matcher(text);
        require(
                matcher.matches(),
                TitleColumn.REEL_FRAME,
                "is no reel and frame like 018247-0405: " + Shown.text(text));
        return Conveyance.reelFrame(matcher.group(1), matcher.group(2));
    }

    private static @Nullable LocalDate date(CsvRows<TitleColumn> row, TitleColumn column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException failure) {
            throw new MalformedMessageException(column.label(), "is no date like 2006-09-14: " + Shown.text(text));
        }
    }

    private static List<String> names(CsvRows<TitleColumn> row, TitleColumn column) {
        List<String> names = parts(row, column);
        require(!names.isEmpty(), column, "is empty");
        for (String name : names) {
            require(
                    name.length() <= MAX_NAME_CHARS,
                    column,
                    "has a name of more than " + MAX_NAME_CHARS + " characters");
            require(
                    name.codePoints().anyMatch(Character::isLetterOrDigit)
                            && name.codePoints().noneMatch(Character::isISOControl),
                    column,
                    "has a name that is none: " + Shown.text(name));
        }
        return names;
    }

    private static List<String> numbers(CsvRows<TitleColumn> row, TitleColumn column, String prefix) {
        List<String> numbers = parts(row, column);
        for (String number : numbers) {
            require(NUMBER.matcher(number).matches(), column, "has a number that is none: " + Shown.text(number));
        }
        return numbers.stream().map(number -> prefix + number).toList();
    }

    private static List<String> parts(CsvRows<TitleColumn> row, TitleColumn column) {
        Set<String> parts = new LinkedHashSet<>();
        Arrays.stream(row.text(column).split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        return List.copyOf(parts);
    }

    private static void require(boolean holds, TitleColumn column, String complaint) {
        if (!holds) {
            throw new MalformedMessageException(column.label(), complaint);
        }
    }
}
