package org.tpx.gateway.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the columns of a file of recordations hold; the header names them so. */
enum TitleColumn implements Column {
    /** Under which reel and frame the deed is recorded. */
    REEL_FRAME,
    /** When it was. */
    RECORDED_DATE,
    /** When it was executed; empty where nobody says. */
    EXEC_DATE,
    /** What it is, in the words of the record. */
    CONVEYANCE,
    /** Who conveys. */
    ASSIGNORS,
    /** To whom. */
    ASSIGNEES,
    /** The applications concerned. */
    APPLICATION_NUMBERS,
    /** The patents concerned. */
    PATENT_NUMBERS,
    /** When the record was last changed. */
    LAST_UPDATE,
    /** Whether the record was purged. */
    PURGE,
    /** How many pages the deed has. */
    PAGE_COUNT;

    /** Every column by its name in the header. */
    static Columns<TitleColumn> named() {
        String pairs = Arrays.stream(values())
                .map(column -> column.label() + "=" + column.label())
                .collect(Collectors.joining(","));
        return Columns.parse("header", pairs, TitleColumn.class);
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
