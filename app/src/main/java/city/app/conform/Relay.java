package city.app.conform;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/// Passes a mind's connections on to the city, until the line is cut. It listens on loopback only.
final class Relay implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_END = Duration.ofSeconds(2);

    private final Exam exam;
    private final Runnable onCall;

    /// One thread, so that what passes has one order.
    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    private final ChannelGroup minds = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile boolean cut;

    /// @param onCall runs with each connection of a mind that is let through
    Relay(Exam exam, Runnable onCall) {
        this.exam = exam;
        this.onCall = onCall;
    }

    /// @param port   0 for a free one
    /// @param target in the city
    /// @param lines  what a mind's connection and one to the city make together
    /// @return the port
    /// @throws IOException when the port is taken
    int listen(int port, InetSocketAddress target, BiFunction<Channel, Channel, Line> lines) throws IOException {
        var door = new ServerBootstrap()
                .group(thread)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel mind) {
                        accept(mind, target, lines);
                    }
                })
                .bind(HOST, port)
                .awaitUninterruptibly();
        if (!door.isSuccess()) {
            throw new IOException(
                    "port %d cannot be opened (%s)".formatted(port, door.cause().getMessage()), door.cause());
        }
        return ((InetSocketAddress) door.channel().localAddress()).getPort();
    }

    /// Ends every connection, and takes no other.
    void cut() {
        cut = true;
        minds.close().awaitUninterruptibly();
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, TO_END.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    private void accept(Channel mind, InetSocketAddress target, BiFunction<Channel, Channel, Line> lines) {
        // Before it is asked: what a cut does not find here finds the cut.
        minds.add(mind);
        if (cut) {
            exam.knocked();
            mind.close();
            return;
        }
        onCall.run();
        new Bootstrap()
                .group(mind.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TO_CONNECT.toMillis())
                .handler(new ChannelInboundHandlerAdapter())
                .connect(target)
                .addListener((ChannelFuture it) -> connected(mind, it, target, lines));
    }

    private void connected(
            Channel mind, ChannelFuture city, InetSocketAddress target, BiFunction<Channel, Channel, Line> lines) {
        if (!city.isSuccess()) {
            exam.note("nobody answers at %s:%d".formatted(target.getHostString(), target.getPort()));
            mind.close();
        } else if (!mind.isActive()) {
            city.channel().close();
        } else {
            lines.apply(mind, city.channel()).join();
        }
    }
}
