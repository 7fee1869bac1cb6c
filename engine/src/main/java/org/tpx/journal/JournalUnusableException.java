package org.tpx.journal;

import java.util.List;

/**
 * A journal directory cannot be used: it is in use, foreign, of another format or damaged. Nothing was changed. The message
 * is a sentence for the operator; {@link #findings()} name the places of damage, if that was the reason.
 */
public final class JournalUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public JournalUnusableException(String sentence) {
        this(sentence, List.of());
    }

    public JournalUnusableException(String sentence, List<Finding> findings) {
        super(sentence);
        this.findings = List.copyOf(findings);
    }

    public JournalUnusableException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.findings = List.of();
    }

    /** What the scan found; empty when the directory was refused before a scan. */
    public List<Finding> findings() {
        return findings;
    }
}
