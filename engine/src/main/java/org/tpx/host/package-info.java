/**
 * What drives the state machine: it stamps commands with sequence and time, lets due timers fire, journals each turn, and
 * tells the world only what is durable.
 *
 * <pre>
 *   any thread ── submit ──► ring ──► core thread: ticks, continues, command ──► Exchange ──► record ──► Journal
 *                                        │  at the end of a batch: force, durable sequence
 *                                        ▼
 *                                     publish thread ── TurnView ──► TurnListeners
 *
 *   start:  lock, scan ──► newest sound snapshot ──► replay of the rest, compared ──► StartNode, read back ──► open
 *   {@link org.tpx.host.StepHost}: the same turns on the caller's thread and clock
 *   {@link org.tpx.host.Replay}:   the same turns from the journal, compared event by event
 * </pre>
 *
 * <p>All hosts share one sequencer of turns and one checker of turns, so that a command has the same outcome in a live node,
 * in {@code tpx run}, in a test and in an audit. After warm-up a turn allocates nothing but what its event records cost.
 * Logs are written here, at start, stop and failure; never for a turn. {@code settlement} and {@code gateway} may use this
 * package.
 */
@NullMarked
package org.tpx.host;

import org.jspecify.annotations.NullMarked;
