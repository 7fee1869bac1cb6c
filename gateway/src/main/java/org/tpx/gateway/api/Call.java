package org.tpx.gateway.api;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.session.Session;

/** One request on its way to its answer. */
public final class Call {
    private final Request request;
    private final @Nullable Session session;
    private final Map<String, String> places;
    private final Consumer<Reply> answer;

    Call(Request request, @Nullable Session session, Map<String, String> places, Consumer<Reply> answer) {
        this.request = request;
        this.session = session;
        this.places = places;
        this.answer = answer;
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** Who asks, or null where the route is public and the caller did not say. */
    public @Nullable Session session() {
        return session;
    }

    /** Who asks, on a route that demands it. */
    public Session requireSession() {
        if (session == null) {
            throw new IllegalStateException(request.path() + " lets in whom it does not know");
        }
        return session;
    }

    /** What stands in the path where the template has {@code {name}}. */
    public String place(String name) {
        String value = places.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the template has no place " + name);
        }
        return value;
    }

    /** Answers; once, from any thread. */
    public void answer(Reply reply) {
        answer.accept(reply);
    }
}
