package org.tpx.gateway.api;

/** Carries out what a route promises. Called by the edge's thread, which it may not hold up. */
@FunctionalInterface
public interface Endpoint {

    /** Answers the call once, now or later, from any thread. Throws MalformedMessageException for what is no request of its kind. */
    void handle(Call call);
}
