package org.tpx.host;

/** How the core thread waits for commands. */
public enum WaitMode {
    /** Sleeps in steps of some ten microseconds: gentle, the default, and the right one on two cores. */
    SLEEPING,
    /** Yields the processor; for a machine with a core to spare. */
    YIELDING,
    /** Never lets go of the processor; for a machine with a core that does nothing else. */
    BUSY_SPIN
}
