package org.tpx.settlement.register;

/** Told when the journal says something about shares that the register reckons otherwise. */
@FunctionalInterface
public interface ShareFindings {

    /** One difference, in words. */
    void onDifference(String what, String expected, String found);

    /** The two numbers must be the same. */
    default void check(String what, long expected, long found) {
        if (expected != found) {
            onDifference(what, Long.toString(expected), Long.toString(found));
        }
    }

    /** The condition must hold; the words say what was expected and what is. */
    default void require(boolean holds, String what, String expected, String found) {
        if (!holds) {
            onDifference(what, expected, found);
        }
    }
}
