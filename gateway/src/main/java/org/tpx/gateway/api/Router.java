package org.tpx.gateway.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.session.Session;
import org.tpx.wire.MalformedMessageException;

/** Finds the route of a request and lets in whom it is shown to. Immutable; any thread. */
public final class Router {
    private final List<Route> routes;

    /** Routes in the order in which they are tried: what is fixed before what stands for anything. */
    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** Every route. */
    public List<Route> routes() {
        return routes;
    }

    /** The route of a request, whoever sends it; empty where there is none of this method and path. */
    public Optional<Route> find(Request request) {
        List<String> path = Route.segments(request.path());
        return routes.stream()
                .filter(route -> route.method().equals(request.method())
                        && route.match(path).isPresent())
                .findFirst();
    }

    /** Answers a request, now or, by another thread, later. */
    public void handle(Request request, @Nullable Session session, Consumer<Reply> answer) {
        List<String> path = Route.segments(request.path());
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> places = route.match(path);
            if (places.isEmpty()) {
                continue;
            }
            if (route.method().equals(request.method())) {
                handle(route, new Call(request, session, places.get(), answer));
                return;
            }
            methods.add(route.method());
        }
        answer.accept(methods.isEmpty() ? Reply.of(Problem.NOT_FOUND) : notAllowed(String.join(", ", methods)));
    }

    private static void handle(Route route, Call call) {
        Problem refusal = route.access().refusal(call.session());
        if (refusal != null) {
            call.answer(Reply.of(refusal));
            return;
        }
        try {
            requireKind(route, call.request());
            call.request().requireQueryOf(route.parameters().keySet());
            route.endpoint().handle(call);
        } catch (MalformedMessageException complaint) {
            call.answer(Reply.of(Problem.malformed(complaint)));
        } catch (WrongMediaTypeException wrong) {
            call.answer(Reply.of(Problem.mediaType(route.accepts())));
        }
    }

    private static void requireKind(Route route, Request request) {
        if (!route.accepts().isEmpty() && !route.accepts().equals(request.mediaType())) {
            throw new WrongMediaTypeException();
        }
    }

    private static Reply notAllowed(String methods) {
        return Reply.of(Problem.methodNotAllowed(methods), Map.of("Allow", methods));
    }

    private static final class WrongMediaTypeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
