package org.tpx.gateway.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.tpx.gateway.api.Router;
import org.tpx.wire.RecordCodec;

/** The HTTP door of a node: one thread, on loopback. */
final class HttpDoor implements AutoCloseable {
    private static final int MAX_BODY_BYTES = RecordCodec.MAX_COMMAND_LENGTH;
    private static final long CLOSE_SECONDS = 5;

    private final EventLoopGroup loop;
    private final Channel channel;

    private HttpDoor(EventLoopGroup loop, Channel channel) {
        this.loop = loop;
        this.channel = channel;
    }

    /**
     * Opens the door.
     *
     * @param port where to listen; 0 for any free port
     * @throws PortUnavailableException where the port is taken
     */
    static HttpDoor open(int port, Router router) {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            Channel channel = new ServerBootstrap()
                    .group(loop)
                    .channel(NioServerSocketChannel.class)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel connection) {
                            connection
                                    .pipeline()
                                    .addLast(new HttpServerCodec())
                                    .addLast(new HttpObjectAggregator(MAX_BODY_BYTES))
                                    .addLast(new DoorHandler(router));
                        }
                    })
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .syncUninterruptibly()
                    .channel();
            return new HttpDoor(loop, channel);
        } catch (RuntimeException failure) {
            shutDown(loop);
            throw failure;
        } catch (Exception failure) {
            // Netty throws the checked BindException without declaring it.
            shutDown(loop);
            throw new PortUnavailableException(port, failure);
        }
    }

    /** The port that the door listens on. */
    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Lets nobody in any more. */
    void stopListening() {
        channel.close().syncUninterruptibly();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        shutDown(loop);
    }

    private static void shutDown(EventLoopGroup loop) {
        loop.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
