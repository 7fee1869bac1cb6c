package org.tpx.gateway.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/** A response: status, type, body and further headers. Immutable as long as nobody writes to the body. */
final class Reply {
    /** One JSON object. */
    static final String JSON = "application/json";

    /** JSON lines. */
    static final String NDJSON = "application/x-ndjson";

    private static final String PROBLEM = "application/problem+json";

    private final HttpResponseStatus status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    Reply(HttpResponseStatus status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    static Reply ok(String contentType, byte[] body) {
        return new Reply(HttpResponseStatus.OK, contentType, body, Map.of());
    }

    static Reply of(Problem problem) {
        return of(problem, Map.of());
    }

    static Reply of(Problem problem, Map<String, String> headers) {
        return new Reply(problem.status(), PROBLEM, problem.body(), headers);
    }

    HttpResponseStatus status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
