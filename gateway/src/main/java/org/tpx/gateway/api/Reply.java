package org.tpx.gateway.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/** A response: status, type, body and further headers. Immutable as long as nobody writes to the body. */
public final class Reply {
    /** One JSON object. */
    public static final String JSON = "application/json";

    /** JSON lines. */
    public static final String NDJSON = "application/x-ndjson";

    private static final String PROBLEM = "application/problem+json";

    private final HttpResponseStatus status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    public Reply(HttpResponseStatus status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    public static Reply ok(String contentType, byte[] body) {
        return new Reply(HttpResponseStatus.OK, contentType, body, Map.of());
    }

    public static Reply of(Problem problem) {
        return of(problem, Map.of());
    }

    public static Reply of(Problem problem, Map<String, String> headers) {
        return new Reply(problem.status(), PROBLEM, problem.body(), headers);
    }

    public HttpResponseStatus status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
