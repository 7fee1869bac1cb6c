/**
 * The node with a door: a live exchange on one journal, and a minimal HTTP door on loopback to look at its health, hand it commands
 * and read its events.
 *
 * <pre>
 * POST /commands --> HttpDoor -- CommandReader --> DisruptorHost --> journal
 *        ^                                              | once durable
 *        +-------------- Outcomes &lt;-- TurnListener -----+
 * GET  /events  ---> EventPages --> journal, up to the durable sequence
 * GET  /health
 * </pre>
 *
 * <p>The door authenticates nobody and therefore listens on loopback only, and answers nobody whose Host header names another machine.
 */
@NullMarked
package org.tpx.gateway.http;

import org.jspecify.annotations.NullMarked;
