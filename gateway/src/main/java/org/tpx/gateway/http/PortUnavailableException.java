package org.tpx.gateway.http;

/** The door cannot listen on its port. */
public final class PortUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortUnavailableException(int port, Throwable cause) {
        super("The port " + port + " cannot be listened on: " + cause.getMessage(), cause);
    }
}
