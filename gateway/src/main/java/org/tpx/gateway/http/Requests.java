package org.tpx.gateway.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.tpx.gateway.api.Request;

/** Turns requests of HTTP into those of the interface. */
final class Requests {
    private Requests() {}

    /** The request; keeps nothing of what was read. */
    static Request read(FullHttpRequest request) {
        QueryStringDecoder target = new QueryStringDecoder(request.uri());
        HttpHeaders headers = request.headers().copy();
        return new Request(
                request.method().name(),
                target.path(),
                target.parameters(),
                name -> headers.get(name, ""),
                ByteBufUtil.getBytes(request.content()));
    }
}
