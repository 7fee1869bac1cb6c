/**
 * The exchange as one deterministic state machine.
 *
 * <p>{@link org.tpx.engine.Exchange} is its only door: a host gives it turn frames in the order of their sequence and copies
 * the events out; the same frames give the same events and the same state on every machine, for ever. Only {@code
 * org.tpx.host} uses it. Nothing below this package reaches a clock, a thread, a file or a logger.
 *
 * <pre>
 *  engine  Exchange - CommandAdapter
 *    |
 *    +- oversight  deal                    deadlines, outages - contract, price, certificate
 *    +- offer                              licences at a marked price, plates, take-ups
 *    +- unit                               series of units, their holders and order books
 *    +- sale                               single quote, auction, halts
 *    +- listing                            application, notice, intents, award, default
 *    +- governance                         four eyes
 *    +- money  right  rule  member         books, title register, rules as data, who may do what
 *    +- kernel                             turn, timers, snapshot, bounded work
 * </pre>
 */
@NullMarked
package org.tpx.engine;

import org.jspecify.annotations.NullMarked;
