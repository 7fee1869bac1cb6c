package org.tpx.gateway.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.imports.TitleFinding.Kind;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.protocol.Command;
import org.tpx.wire.MalformedMessageException;

/**
 * A file of recordations, entered into the title register in the order of their recording. Single-threaded.
 *
 * <p>Rights are the patents that a row names, and the applications of a row that names none: where a row has both, nobody says which
 * application became which patent.
 */
public final class ImportedTitles {
    private final List<Recordation> recordations;
    private final List<MalformedLineException> complaints;
    private final TitleFindings findings = new TitleFindings();
    private long parties;
    private long rights;
    private long openLiens;
    private long commands;

    private ImportedTitles(RecordationFile file) {
        recordations = file.recordations();
        complaints = file.complaints();
    }

    /**
     * Reads a file.
     *
     * @throws MalformedLineException where it is no CSV from some line on
     * @throws MalformedMessageException where the header lacks a column
     */
    public static ImportedTitles read(Path file) throws IOException {
        return new ImportedTitles(RecordationFile.read(file));
    }

    /** The rows that are malformed, each with line and field; where there are any, nothing should be entered. */
    public List<MalformedLineException> complaints() {
        return complaints;
    }

    /** Has a clerk of a new exchange, where no party and no right has a number yet, enter everything. */
    public void enter(Consumer<Command> clerk) {
        TitleEntries entries = new TitleEntries(
                command -> {
                    commands++;
                    clerk.accept(command);
                },
                findings);
        inOrder().forEach(entries::enter);
        entries.tellOpenLiens();
        entries.names()
                .variants()
                .forEach(spellings -> findings.add(Kind.NAME_VARIANT, "", String.join("; ", spellings)));
        parties = entries.names().size();
        rights = entries.titles().size();
        openLiens = entries.titles().values().stream()
                .mapToLong(title -> title.liens().size())
                .sum();
    }

    /** What was found, in the order in which it was. */
    public List<TitleFinding> findings() {
        return findings.all();
    }

    /** The rows of the file. */
    public int rows() {
        return recordations.size();
    }

    /** The parties behind all names. */
    public long parties() {
        return parties;
    }

    /** The rights that have a chain of title. */
    public long rights() {
        return rights;
    }

    /** The liens that are open, counted right by right. */
    public long openLiens() {
        return openLiens;
    }

    /** The commands that were carried out. */
    public long commands() {
        return commands;
    }

    /** By recording date, then by reel and frame; without what was purged or comes twice. */
    private List<Recordation> inOrder() {
        List<Recordation> kept = new ArrayList<>();
        Map<String, Recordation> byName = new HashMap<>();
        Map<List<Object>, Recordation> byContent = new HashMap<>();
        Recordation latest = null;
        for (Recordation row : recordations) {
            if (latest != null && row.recorded().isBefore(latest.recorded())) {
                String sentence = "recorded on " + row.recorded() + ", stands in line " + row.line() + " after "
                        + latest.reelFrame() + " of " + latest.recorded() + "; entered in its place";
                findings.add(Kind.OUT_OF_ORDER, row.reelFrame(), sentence);
            } else {
                latest = row;
            }
            if (isKept(row, byName.putIfAbsent(row.reelFrame(), row))) {
                kept.add(row);
                tellSameDeed(row, byContent.putIfAbsent(content(row), row));
            }
        }
        kept.sort(Comparator.comparing(Recordation::recorded).thenComparing(Recordation::reelFrame));
        return kept;
    }

    private boolean isKept(Recordation row, @Nullable Recordation before) {
        if (before != null) {
            String sentence = row.repeats(before)
                    ? "line " + row.line() + " repeats line " + before.line() + "; entered once"
                    : "line " + row.line() + " says something else than line " + before.line()
                            + "; the first is entered";
            findings.add(Kind.DUPLICATE, row.reelFrame(), sentence);
            return false;
        }
        if (row.purged()) {
            findings.add(Kind.NOT_ENTERED, row.reelFrame(), "line " + row.line() + " is marked as purged");
            return false;
        }
        return true;
    }

    private void tellSameDeed(Recordation row, @Nullable Recordation before) {
        if (before != null) {
            String sentence = "may be the deed of " + before.reelFrame()
                    + " once more: the same kind, date, parties and rights; entered all the same";
            findings.add(Kind.DUPLICATE, row.reelFrame(), sentence);
        }
    }

    private static List<Object> content(Recordation row) {
        PartyNames names = new PartyNames();
        return List.of(
                row.conveyance(),
                String.valueOf(row.executed()),
                row.assignors().stream().map(name -> names.code(names.id(name))).toList(),
                row.assignees().stream().map(name -> names.code(names.id(name))).toList(),
                new HashSet<>(row.rights()));
    }
}
