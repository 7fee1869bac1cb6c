package org.tpx.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.api.Problem;

/** A page of another site may make a browser send requests here; the Host header that it comes with gives it away. */
final class OwnHost {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Problem FOREIGN =
            Problem.of(HttpResponseStatus.FORBIDDEN, "FOREIGN_HOST", "This door answers to localhost only.");

    private OwnHost() {}

    /** Why a request is not for this door, or null. */
    static @Nullable Problem refusal(HttpHeaders headers) {
        String host = headers.get(HttpHeaderNames.HOST, "");
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return NAMES.contains(name) ? null : FOREIGN;
    }
}
