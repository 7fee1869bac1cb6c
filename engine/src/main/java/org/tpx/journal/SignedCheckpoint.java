package org.tpx.journal;

/**
 * A checkpoint with its signatures, as a C2SP signed note: the text, an empty line, and one line for each signature.
 * Witnesses add lines of their own.
 *
 * @param checkpoint what is signed
 * @param note the whole note; ends with a newline
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {

    /** Reads a note; throws {@link IllegalArgumentException} with a sentence when it is none. */
    public static SignedCheckpoint parse(String note) {
        int end = note.indexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.length() == end + 2) {
            throw new IllegalArgumentException("a signed checkpoint is a text, an empty line and signatures");
        }
        return new SignedCheckpoint(Checkpoint.parse(note.substring(0, end + 1)), note);
    }

    /** Whether it is a checkpoint of the key's log and one of its signatures is by the key. */
    public boolean verify(JournalPublicKey key) {
        String text = checkpoint.text();
        return checkpoint.origin().equals(key.name())
                && note.startsWith(text + "\n")
                && note.substring(text.length() + 1).lines().anyMatch(line -> key.verifyLine(text, line));
    }
}
