package org.tpx.gateway.preset;

import org.tpx.wire.MalformedMessageException;

/** A preset that cannot be played: which file, which key, and why. Nothing of it has entered the exchange. */
public final class MalformedPresetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Tells what is wrong where.
     *
     * @param file the file, as the preset names it
     * @param key the key at fault, empty for the file as a whole
     * @param reason a phrase that follows the key
     */
    public MalformedPresetException(String file, String key, String reason) {
        super(file + ": " + (key.isEmpty() ? "" : key + ": ") + reason);
    }

    /** The same for a command that a file makes; its fields are camel case, the file's keys are not. */
    MalformedPresetException(String file, MalformedMessageException complaint) {
        this(file, Keys.kebab(complaint.field()), complaint.reason());
        initCause(complaint);
    }
}
