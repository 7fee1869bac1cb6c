package org.tpx.settlement.ledger;

import org.tpx.protocol.Currency;
import org.tpx.protocol.ForfeitPolicy;

/** What the money side needs to know about a listing. Amounts in minor units of its currency. */
record Listing(
        long listingId,
        long transferorId,
        long profileId,
        int profileVersion,
        long feeScheduleId,
        int feeScheduleVersion,
        Currency currency,
        long listingPriceMinor,
        long depositMinor,
        int attempt,
        ForfeitPolicy forfeitPolicy) {}
