package org.tpx.gateway.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/** The journal's events, page by page. */
final class EventRoutes {
    /** The header that names where the next page begins. */
    static final String NEXT = "TPX-Next-From";

    private static final int DEFAULT_TURNS = 1000;

    private final Node node;

    EventRoutes(Node node) {
        this.node = node;
    }

    List<Route> routes() {
        return List.of(Route.get(
                        "/v1/events",
                        Access.PUBLIC,
                        "Journal",
                        "Reads the events of turns as JSON lines.",
                        this::events)
                .with("from", "the first turn; the first of all where it is absent")
                .with("limit", "the most turns of the page, 10000 at most; 1000 where it is absent")
                .as("", Reply.NDJSON));
    }

    private void events(Call call) {
        long from = call.request().number("from", 1, Long.MAX_VALUE);
        int turns = (int) call.request().number("limit", DEFAULT_TURNS, EventPages.MAX_TURNS);
        node.pages().execute(() -> call.answer(page(from, turns)));
    }

    private Reply page(long from, int turns) {
        long end = node.durableSequence() + 1;
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long next = from > end ? end : node.pages().read(from, turns, lines);
        return new Reply(HttpResponseStatus.OK, Reply.NDJSON, lines.toByteArray(), Map.of(NEXT, Long.toString(next)));
    }
}
