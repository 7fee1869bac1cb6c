package org.tpx.gateway.imports;

/** What a column of some kind of file holds; the constants of an enum. */
public interface Column {

    /** Its name on the command line and in complaints. */
    String label();

    /** Whether a file may do without it. */
    default boolean isOptional() {
        return false;
    }
}
