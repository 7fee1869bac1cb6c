package org.tpx.gateway.view;

import org.tpx.protocol.UnitSession;

/**
 * A series at a glance.
 *
 * @param best the best prices
 * @param figures the day so far
 * @param session the session that runs
 * @param untilNanos its end, UTC epoch nanoseconds; 0 where no further session is known
 * @param halted whether nothing trades for now
 * @param indication what the running call would give
 */
public record Level1(
        Best best, DayFigures figures, UnitSession session, long untilNanos, boolean halted, Indication indication) {}
