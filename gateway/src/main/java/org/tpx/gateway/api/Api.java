package org.tpx.gateway.api;

import java.util.ArrayList;
import java.util.List;

/** All that a node offers. Each area lists its routes; here they come together. */
public final class Api {
    private Api() {}

    /** The routes of this node. */
    public static Router of(Node node) {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get(
                "/health", Access.PUBLIC, "Node", "Tells how the node is.", call -> call.answer(node.health())));
        routes.addAll(new CommandRoutes(node).routes());
        routes.addAll(new EventRoutes(node).routes());
        routes.add(OpenApi.route(routes, node.release()));
        return new Router(routes);
    }
}
