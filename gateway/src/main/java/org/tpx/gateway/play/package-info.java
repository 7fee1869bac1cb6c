/**
 * Plays commands onto a journal by the time that they carry, and writes turns as lines: what {@code tpx run}, {@code tpx demo} and
 * the scenarios of the tests have in common.
 *
 * <pre>
 * preset, file -- Player --> StepHost --> journal
 *                    ^          | once durable
 *                    |          v
 *                Directory <-- TurnListener --> TurnLines --> NDJSON
 * </pre>
 */
@NullMarked
package org.tpx.gateway.play;

import org.jspecify.annotations.NullMarked;
