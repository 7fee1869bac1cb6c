package org.tpx.gateway.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.tpx.protocol.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the interface as OpenAPI 3.1, written from the routes and from the messages of the protocol. */
final class OpenApi {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PLACE = "#/components/schemas/";

    private final String release;
    private final List<Route> routes;

    private OpenApi(String release, List<Route> routes) {
        this.release = release;
        this.routes = routes;
    }

    /** The route that shows the description of these routes and of itself. */
    static Route route(List<Route> others, String release) {
        List<Route> all = new ArrayList<>(others);
        Route[] self = new Route[1];
        byte[][] body = new byte[1][];
        self[0] = Route.get(
                "/v1/openapi.json",
                Access.PUBLIC,
                "Node",
                "Describes this interface as OpenAPI 3.1.",
                call -> call.answer(Reply.ok(Reply.JSON, body[0])));
        all.add(self[0]);
        body[0] = MAPPER.writeValueAsBytes(new OpenApi(release, all).document());
        return self[0];
    }

    private ObjectNode document() {
        ObjectNode document = MAPPER.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "TPX, the technology property-right exchange")
                .put("version", release)
                .put(
                        "description",
                        "Listing, auction and negotiated transfer of technology property rights, and an order book for units. Every "
                                + "answer to a command rests on a durable turn of the journal, whose number it names.");
        document.putArray("servers").addObject().put("url", "/");
        ArrayNode tags = document.putArray("tags");
        routes.stream().map(Route::tag).distinct().forEach(tag -> tags.addObject()
                .put("name", tag));
        ObjectNode paths = document.putObject("paths");
        routes.forEach(route -> add(route, paths));
        ObjectNode components = document.putObject("components");
        addProblem(components.putObject("schemas"));
        MessageSchemas.addTo((ObjectNode) components.get("schemas"));
        return document;
    }

    private void add(Route route, ObjectNode paths) {
        ObjectNode operation = path(paths, route.template())
                .putObject(route.method().toLowerCase(Locale.ROOT))
                .put("operationId", operationId(route))
                .put("summary", route.summary())
                .put("description", audience(route.access()));
        operation.putArray("tags").add(route.tag());
        addParameters(route, operation.putArray("parameters"));
        if (!route.accepts().isEmpty()) {
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject(route.accepts())
                    .set("schema", bodySchema(route));
        }
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject("200")
                .put("description", "Done.")
                .putObject("content")
                .putObject(route.answers());
        responses
                .putObject("default")
                .put("description", "Why it had no effect.")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", PLACE + "Problem");
    }

    private static ObjectNode path(ObjectNode paths, String template) {
        return paths.has(template) ? (ObjectNode) paths.get(template) : paths.putObject(template);
    }

    private static ObjectNode bodySchema(Route route) {
        ObjectNode schema = MAPPER.createObjectNode();
        return route.body().isEmpty() ? schema : schema.put("$ref", PLACE + route.body());
    }

    private static void addParameters(Route route, ArrayNode parameters) {
        for (String segment : Route.segments(route.template())) {
            if (segment.startsWith("{")) {
                String name = segment.substring(1, segment.length() - 1);
                parameters
                        .addObject()
                        .put("name", name)
                        .put("in", "path")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string");
            }
        }
        route.parameters().forEach((name, meaning) -> parameters
                .addObject()
                .put("name", name)
                .put("in", "query")
                .put("description", meaning)
                .putObject("schema")
                .put("type", "string"));
    }

    private static String audience(Access access) {
        if (access.isPublic()) {
            return "For everybody.";
        }
        List<String> roles = new TreeSet<>(access.roles())
                .stream()
                        .map(Role::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        return "For these roles: " + String.join(", ", roles) + ".";
    }

    /** GET /v1/listings/{listing} is getListingsListing. */
    private static String operationId(Route route) {
        StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (String part : route.template().split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty() && !part.equals("v1")) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return id.toString();
    }

    private static void addProblem(ObjectNode schemas) {
        ObjectNode problem = schemas.putObject("Problem")
                .put("type", "object")
                .put("description", "Why a request had no effect (RFC 9457).");
        ObjectNode properties = problem.putObject("properties");
        property(properties, "type", "string", "names the kind of problem, for ever");
        property(properties, "title", "string", "a sentence for a person");
        property(properties, "status", "integer", "the status of the response");
        property(properties, "code", "string", "what a program switches on: a RejectReason, or one of the door's own");
        property(properties, "field", "string", "the field at fault");
        property(properties, "reason", "string", "what is wrong with the field");
        property(properties, "command", "string", "the command that was refused");
        property(properties, "sequence", "integer", "the turn of the refusal in the journal");
        problem.putArray("required").add("type").add("title").add("status").add("code");
    }

    private static void property(ObjectNode properties, String name, String type, String description) {
        properties.putObject(name).put("type", type).put("description", description);
    }
}
