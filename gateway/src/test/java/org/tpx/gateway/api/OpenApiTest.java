package org.tpx.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tpx.wire.MessageShape;
import org.tpx.wire.Templates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface: every route and every message is in it, and every reference leads somewhere. */
class OpenApiTest {
    private final JsonNode document = describe(List.of(
            Route.get("/v1/listings/{listing}", Access.PUBLIC, "Listings", "Shows a listing.", call -> {})
                    .with("at", "the turn as of which"),
            Route.post("/v1/commands", Access.STAFF, "Commands", "Takes a command.", call -> {})
                    .taking("Command")));

    @Test
    void shouldDescribeEveryRouteWithItsParametersAndAudience() {
        JsonNode get = document.at("/paths/~1v1~1listings~1{listing}/get");
        assertThat(get.get("operationId").stringValue()).isEqualTo("getListingsListing");
        assertThat(get.get("description").stringValue()).isEqualTo("For everybody.");
        assertThat(get.at("/parameters/0/in").stringValue()).isEqualTo("path");
        assertThat(get.at("/parameters/1/name").stringValue()).isEqualTo("at");
        JsonNode post = document.at("/paths/~1v1~1commands/post");
        assertThat(post.get("description").stringValue())
                .isEqualTo("For these roles: operator, clerk, supervisor, auditor.");
        assertThat(post.at("/requestBody/content/application~1json/schema/$ref").stringValue())
                .isEqualTo("#/components/schemas/Command");
        assertThat(document.at("/paths/~1v1~1openapi.json/get").isMissingNode()).isFalse();
    }

    @Test
    void shouldDescribeEveryMessage() {
        for (MessageShape command : Templates.ofProtocol().commands()) {
            JsonNode schema = document.at("/components/schemas/" + command.name());
            command.fields().forEach(field -> assertThat(schema.at("/properties/" + field.jsonName() + "/description")
                            .stringValue())
                    .isEqualTo(field.doc()));
        }
        JsonNode bid = document.at("/components/schemas/PlaceBid");
        assertThat(bid.at("/properties/amount/pattern").stringValue()).contains("[A-Z]{3}");
        assertThat(bid.get("required").toString()).contains("clientId", "listing", "party", "amount");
    }

    @Test
    void shouldReferToNothingThatIsNotThere() {
        Set<String> references = new HashSet<>();
        collect(document, references);
        assertThat(references).hasSizeGreaterThan(300).allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").stringValue());
        }
        node.forEach(child -> collect(child, references));
    }

    private static JsonNode describe(List<Route> routes) {
        byte[][] body = new byte[1][];
        Route self = OpenApi.route(routes, "0.0.0-test");
        Router router = new Router(List.of(self));
        router.handle(
                new Request("GET", "/v1/openapi.json", Map.of(), name -> "", new byte[0]),
                null,
                reply -> body[0] = reply.body());
        return JsonMapper.builder().build().readTree(body[0]);
    }
}
