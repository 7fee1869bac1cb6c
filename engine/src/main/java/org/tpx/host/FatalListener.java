package org.tpx.host;

/** Is told, once, that the node had to stop by itself. */
@FunctionalInterface
public interface FatalListener {

    /**
     * The node stopped: nothing is acknowledged any more. Called on a thread of its own; it should end the process.
     *
     * @param cause why
     */
    void onFatal(Throwable cause);
}
