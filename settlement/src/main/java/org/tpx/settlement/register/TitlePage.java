package org.tpx.settlement.register;

import java.util.List;

/**
 * The page of a right in the title register as it stood after a turn.
 *
 * @param code its code
 * @param rightType what kind of right it is
 * @param registration its number at the registry
 * @param title its name
 * @param sequence the turn
 * @param standing where it stood, in words; empty where that is not on record
 * @param owners everybody who had a share until then, in the order of the entries
 * @param burdens everything that weighed on it until then, in the order of the entries
 * @param entries the chain of title: every entry until then, in the order of the journal
 */
public record TitlePage(
        String code,
        String rightType,
        String registration,
        String title,
        long sequence,
        String standing,
        List<TitleOwner> owners,
        List<TitleBurden> burdens,
        List<Entry> entries) {

    /**
     * One entry.
     *
     * @param number its number on the page, from 1
     * @param sequence its turn
     * @param timeNanos when, UTC epoch nanoseconds
     * @param kind what it is: REGISTERED, TITLE, SHARE, DEAL, PLEDGE and so on
     * @param instrument the deed or number that it stands under
     * @param words what it says
     */
    public record Entry(int number, long sequence, long timeNanos, String kind, String instrument, String words) {}

    /** Who owned it then. */
    public List<TitleOwner> currentOwners() {
        return owners.stream().filter(owner -> owner.untilSequence() == 0).toList();
    }

    /** What weighed on it then. */
    public List<TitleBurden> openBurdens() {
        return burdens.stream().filter(burden -> burden.untilSequence() == 0).toList();
    }
}
