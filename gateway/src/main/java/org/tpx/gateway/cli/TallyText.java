package org.tpx.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tpx.gateway.imports.OrderAction;
import org.tpx.gateway.imports.Skip;
import org.tpx.gateway.imports.Tally;
import org.tpx.gateway.json.Shown;

/** What became of the rows of a file, for people. */
final class TallyText {
    private TallyText() {}

    /** One line for what went out, one for every reason why a row did not, one for every other thing worth knowing. */
    static List<String> of(Tally tally, boolean covered) {
        List<String> lines = new ArrayList<>();
        lines.add(Figures.grouped(tally.rows()) + " rows, " + Figures.grouped(tally.commands())
                + " orders and changes: " + done(tally));
        for (Skip reason : Skip.values()) {
            if (tally.skipped(reason) > 0) {
                lines.add("skipped " + Figures.grouped(tally.skipped(reason)) + " " + reason.phrase()
                        + (reason == Skip.UNKNOWN_ACTION ? ": " + actions(tally) : ""));
            }
        }
        if (tally.cut() > 0) {
            lines.add(
                    Figures.grouped(tally.cut()) + " rows take more than is left of their order, and were cut to that");
        }
        if (!covered) {
            lines.add("the orders ask for more than the market can have; some will be refused with CREDIT");
        }
        return lines;
    }

    private static String done(Tally tally) {
        List<String> parts = new ArrayList<>();
        for (OrderAction action : OrderAction.values()) {
            if (tally.done(action) > 0) {
                parts.add(action.name().toLowerCase(Locale.ROOT) + " " + Figures.grouped(tally.done(action)));
            }
        }
        return String.join(", ", parts);
    }

    private static String actions(Tally tally) {
        return String.join(
                ", ", tally.unknownActions().stream().map(Shown::text).toList());
    }
}
