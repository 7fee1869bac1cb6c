package org.tpx.host;

/** Waiting for threads to end. */
final class Threads {

    private Threads() {}

    /** Waits until the thread has ended, whatever interrupts it; returns at once when it is the calling thread. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
