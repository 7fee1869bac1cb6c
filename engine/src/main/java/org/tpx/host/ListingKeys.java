package org.tpx.host;

import org.tpx.journal.JournalUnusableException;

/** The AES-256 keys under which the journal keeps what is confidential about a listing. */
interface ListingKeys {

    /** Of a journal about which nothing confidential can be read. */
    ListingKeys NONE = (listingId, generation, sequence) -> {
        throw new JournalUnusableException("Turn " + sequence + " is confidential until its sale is over.");
    };

    /**
     * The key of a turn.
     *
     * @param listingId what the turn is about
     * @param generation which of the listing's keys, from 1
     * @param sequence the turn
     * @throws JournalUnusableException where it is not known
     */
    byte[] key(long listingId, int generation, long sequence);
}
