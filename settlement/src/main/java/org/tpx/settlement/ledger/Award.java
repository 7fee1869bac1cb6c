package org.tpx.settlement.ledger;

import org.tpx.protocol.FeeMode;

/** To whom a listing was awarded last, and for how many minor units of its currency. */
record Award(long transfereeId, long priceMinor, FeeMode feeMode) {}
