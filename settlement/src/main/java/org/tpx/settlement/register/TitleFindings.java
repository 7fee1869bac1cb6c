package org.tpx.settlement.register;

/** Told when the journal says something about a title that the register reckons otherwise. */
@FunctionalInterface
public interface TitleFindings {

    /** One difference, in words. */
    void onDifference(String what, String expected, String found);

    /** The condition must hold; the words say what was expected and what is. */
    default void require(boolean holds, String what, String expected, String found) {
        if (!holds) {
            onDifference(what, expected, found);
        }
    }
}
