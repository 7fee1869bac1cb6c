package org.tpx.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.gateway.api.Problem;
import org.tpx.gateway.api.Reply;
import org.tpx.gateway.api.Router;

/** One connection: takes its requests one after the other, so that responses come in their order. */
final class DoorHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(DoorHandler.class);

    private final Router router;
    private final Queue<FullHttpRequest> next = new ArrayDeque<>();
    private boolean busy;

    DoorHandler(Router router) {
        this.router = router;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        next.add(request.retain());
        context.channel().config().setAutoRead(false);
        handleNext(context);
    }

    private void handleNext(ChannelHandlerContext context) {
        if (busy) {
            return;
        }
        FullHttpRequest request = next.poll();
        if (request == null) {
            context.channel().config().setAutoRead(true);
            return;
        }
        busy = true;
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        try {
            handle(request, reply -> context.executor().execute(() -> answer(context, reply, keepAlive)));
        } catch (RuntimeException failure) {
            LOG.error("a request failed", failure);
            answer(
                    context,
                    Reply.of(Problem.of(HttpResponseStatus.INTERNAL_SERVER_ERROR, "INTERNAL", "The program failed.")),
                    false);
        } finally {
            request.release();
        }
    }

    private void handle(FullHttpRequest request, Consumer<Reply> answer) {
        Problem foreign = OwnHost.refusal(request.headers());
        if (foreign != null) {
            answer.accept(Reply.of(foreign));
            return;
        }
        router.handle(Requests.read(request), null, answer);
    }

    private void answer(ChannelHandlerContext context, Reply reply, boolean keepAlive) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, reply.status(), Unpooled.wrappedBuffer(reply.body()));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, reply.contentType());
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        response.headers().set("X-Content-Type-Options", "nosniff");
        reply.headers().forEach((name, value) -> response.headers().set(name, value));
        HttpUtil.setKeepAlive(response, keepAlive);
        busy = false;
        ChannelFuture written = context.writeAndFlush(response);
        if (!keepAlive) {
            ChannelFuture unused = written.addListener(ChannelFutureListener.CLOSE);
        }
        handleNext(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        next.forEach(FullHttpRequest::release);
        next.clear();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("a connection broke off", cause);
        ChannelFuture unused = context.close();
    }
}
