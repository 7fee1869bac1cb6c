package org.tpx.host;

import org.jspecify.annotations.Nullable;

/**
 * The node takes no commands any more, because it was closed or had to stop. When it had to stop, the journal tells whether
 * the command had an effect: resend it, with its own client id, to the node that is started next.
 */
public final class NodeStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeStoppedException(@Nullable Throwable cause) {
        super(cause == null ? "the node is closed" : "the node stopped: " + cause, cause);
    }
}
