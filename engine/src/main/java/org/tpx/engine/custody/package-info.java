/**
 * Share custody (section 5.6): registers of a company's shares, who holds them and what weighs on them, when a register is closed
 * before a general meeting or the record date of a dividend, dividends, and the shares that deals sell or are paid with.
 *
 * <p>Stands on {@code engine.listing} and what lies below; {@code engine.deal} asks {@link org.tpx.engine.custody.DealShares}, else
 * only {@code org.tpx.engine} uses it. {@link org.tpx.engine.custody.Custody} wires it. Single-threaded, part of the state machine.
 *
 * <pre>
 *  what a holder has = what may move + what is pledged without consent + frozen + locked + blocked,
 *                      each on other shares than the others as long as there are any
 *
 *  blocked:   the notice of a listing that sells them, or the effect of its contract  --> TitleRegistered, or Unsold
 *             the effect of a contract that they pay                                  --> TitleRegistered, or the end of the deal
 *  register:  OPEN --20 days before a meeting, 5 before a record date--> closed --> the instant itself --> OPEN --> ENDED
 * </pre>
 */
@NullMarked
package org.tpx.engine.custody;

import org.jspecify.annotations.NullMarked;
