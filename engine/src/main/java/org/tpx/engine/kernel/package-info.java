/**
 * What every aggregate of the state machine stands on: the turn that it runs in, timers, snapshots, work that outlasts a
 * turn, and the check that stops the node when an invariant is broken.
 *
 * <p>Only packages below {@code org.tpx.engine} use this. Nothing here, or above it in the engine, reaches a clock, a
 * random number, a file, a thread, a logger or an unordered iteration: time and caller come from the turn alone, so that
 * the same commands give the same events, for ever.
 */
@NullMarked
package org.tpx.engine.kernel;

import org.jspecify.annotations.NullMarked;
