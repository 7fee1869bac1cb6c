package org.tpx.gateway.api;

/** Waits for what comes of a command. Called once, by a thread of the node; must return soon. */
public interface Caller {

    /** The command's turn is durable. */
    void onOutcome(Outcome outcome);

    /** The node stopped first: whether the command was carried out is not known. */
    void onAbandoned();
}
