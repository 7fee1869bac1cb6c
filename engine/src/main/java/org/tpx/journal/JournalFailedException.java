package org.tpx.journal;

/**
 * Writing or syncing the journal failed. The journal refuses everything from then on: a sync is never tried twice, because
 * after a failed one nobody can tell which bytes reached the disk. The node must halt and start again.
 */
public final class JournalFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public JournalFailedException(String sentence) {
        super(sentence);
    }
}
