package org.tpx.gateway.cli;

/** What the program's exit code says. These numbers never change. */
final class ExitCode {
    /** Done; commands that the exchange refused are done as well. */
    static final int DONE = 0;

    /** The program failed. */
    static final int INTERNAL = 1;

    /** The command line or the input is malformed. */
    static final int USAGE = 2;

    /** The journal cannot be used, or is damaged. */
    static final int JOURNAL = 3;

    /** A check ran, and its result differs. */
    static final int DIFFERENT = 4;

    /** The node cannot be reached. */
    static final int UNREACHABLE = 5;

    private ExitCode() {}
}
