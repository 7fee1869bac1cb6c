/**
 * The rules of the market as data: business calendars, rule profiles and fee schedules, each under a code with rising
 * versions. They enter as journaled commands that two people approved, so a replay needs nothing but the journal.
 *
 * <p>Used by {@code org.tpx.engine.governance}, which lets rules in, and by everything above that asks them. The only
 * package of the engine that counts dates; it knows no time zone but the fixed offset of its calendar.
 */
@NullMarked
package org.tpx.engine.rule;

import org.jspecify.annotations.NullMarked;
