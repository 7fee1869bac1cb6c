package org.tpx.gateway.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/** A response: status, type, body and further headers. */
record Reply(HttpResponseStatus status, String contentType, byte[] body, Map<String, String> headers) {
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    private static final String PROBLEM = "application/problem+json";

    static Reply ok(String contentType, byte[] body) {
        return new Reply(HttpResponseStatus.OK, contentType, body, Map.of());
    }

    static Reply of(Problem problem) {
        return new Reply(problem.status(), PROBLEM, problem.body(), Map.of());
    }
}
