package org.tpx.engine.kernel;

/** What must hold at any time. The checks stay on in production; a broken one stops the node. */
public final class Invariant {

    private Invariant() {}

    /** Throws {@link InvariantBrokenException} with the sentence where the condition does not hold. */
    public static void check(boolean condition, String sentence) {
        if (!condition) {
            throw new InvariantBrokenException(sentence);
        }
    }

    /** The same with a number that tells which one; the sentence is only built when it is needed. */
    public static void check(boolean condition, String sentence, long subject) {
        if (!condition) {
            throw new InvariantBrokenException(sentence + ": " + subject);
        }
    }
}
