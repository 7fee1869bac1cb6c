package org.tpx.protocol;

/**
 * The front door of the exchange: the only way in, for members, clerks, projections and programs alike. Any thread may
 * call it; the order in which commands pass here is the order in which they are sequenced.
 */
public interface CommandSink {

    /**
     * Hands a command over. The outcome is an event, told to {@link EventListener}s once it is durable; a full ring makes
     * the caller wait.
     *
     * @param principalId who sends it, as authenticated by the edge
     * @param clientId the sender's own reference, unique for its member for ever; a command resent with the same one has no
     *     second effect
     * @param command what is asked for
     */
    void submit(long principalId, long clientId, Command command);
}
