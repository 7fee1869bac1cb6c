/**
 * What leaves the books for other programs: tables of postings, balances, payments and deals, row by row and as of a turn.
 *
 * <p>It reads what {@link org.tpx.settlement.ledger} booked and writes nothing. Whoever writes files uses it: the command line.
 */
@NullMarked
package org.tpx.settlement.report;

import org.jspecify.annotations.NullMarked;
