package org.tpx.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tpx.gateway.session.Session;
import org.tpx.protocol.Role;

/** A request finds its route by method and path, and only those whom the route is shown to get to its endpoint. */
class RouterTest {
    private static final Session CLERK = new Session(7, "CLERK-1", Role.CLERK, 0);
    private static final Session AGENT = new Session(8, "AGENT-1", Role.AGENT, 3);

    private final List<String> called = new ArrayList<>();
    private final Router router = new Router(List.of(
            Route.get("/v1/listings/recent", Access.PUBLIC, "", "", call -> called.add("recent")),
            Route.get("/v1/listings/{listing}", Access.PUBLIC, "", "", call -> called.add(call.place("listing")))
                    .with("at", ""),
            Route.get(
                    "/v1/reviews",
                    Access.only(Role.CLERK),
                    "",
                    "",
                    call -> called.add(call.requireSession().code())),
            Route.post("/v1/reviews", Access.SESSION, "", "", call -> called.add("post"))));

    @Test
    void shouldPreferWhatIsFixedAndGiveWhatStandsInThePlaces() {
        send("GET", "/v1/listings/recent", null);
        send("GET", "/v1/listings/L-1", null);
        assertThat(called).containsExactly("recent", "L-1");
    }

    @Test
    void shouldTellAWrongAddressFromAWrongMethod() {
        assertThat(send("GET", "/v1/listings", null)).isEqualTo(404);
        assertThat(send("GET", "/v1/listings/L-1/", null)).isEqualTo(404);
        assertThat(send("DELETE", "/v1/reviews", CLERK)).isEqualTo(405);
        assertThat(called).isEmpty();
    }

    @Test
    void shouldLetInOnlyWhomTheRouteIsShownTo() {
        assertThat(send("GET", "/v1/reviews", null)).isEqualTo(401);
        assertThat(send("GET", "/v1/reviews", AGENT)).isEqualTo(403);
        send("GET", "/v1/reviews", CLERK);
        assertThat(called).containsExactly("CLERK-1");
    }

    @Test
    void shouldRefuseWhatTheRouteDoesNotTake() {
        assertThat(router(new Request("GET", "/v1/listings/L-1", Map.of("of", List.of("1")), name -> "", new byte[0])))
                .isEqualTo(400);
        assertThat(router(new Request(
                        "GET", "/v1/listings/L-1", Map.of("at", List.of("1", "2")), name -> "", new byte[0])))
                .isEqualTo(400);
        assertThat(send("POST", "/v1/reviews", CLERK)).isEqualTo(415);
        assertThat(called).isEmpty();
    }

    private int send(String method, String path, @Nullable Session session) {
        return send(new Request(method, path, Map.of(), name -> "", new byte[0]), session);
    }

    private int router(Request request) {
        return send(request, null);
    }

    private int send(Request request, @Nullable Session session) {
        List<Integer> status = new ArrayList<>();
        router.handle(request, session, reply -> status.add(reply.status().code()));
        return status.isEmpty() ? 200 : status.get(0);
    }
}
