package city.app.conform;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderException;
import java.util.function.Consumer;

/// A connection of a mind and one to the city for it alone. What comes of one end goes to the other, no faster than
/// that takes it, and a protocol's own line tells the exam of it. All on one event thread.
abstract class Line {
    final Exam exam;
    private final Channel mind;
    private final Channel city;

    Line(Exam exam, Channel mind, Channel city) {
        this.exam = exam;
        this.mind = mind;
        this.city = city;
    }

    /// Couples the two, and lets both speak.
    final void join() {
        equip(mind.pipeline(), city.pipeline());
        mind.pipeline().addLast(new End(city, this::fromMind, () -> {}));
        city.pipeline().addLast(new End(mind, this::fromCity, this::endedByCity));
        mind.config().setAutoRead(true);
        city.config().setAutoRead(true);
    }

    /// Puts the codecs in.
    abstract void equip(ChannelPipeline mind, ChannelPipeline city);

    /// Has to pass it on, or to release it.
    abstract void fromMind(Object message);

    /// Has to pass it on, or to release it.
    abstract void fromCity(Object message);

    /// The mind's connection is still open.
    void endedByCity() {}

    final Channel mind() {
        return mind;
    }

    final Channel city() {
        return city;
    }

    /// When what was said to the mind is on its way.
    final void end() {
        mind.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /// One of the two, which speaks to the other.
    private final class End extends ChannelInboundHandlerAdapter {
        private final Channel other;
        private final Consumer<Object> heard;
        private final Runnable ended;

        End(Channel other, Consumer<Object> heard, Runnable ended) {
            this.other = other;
            this.heard = heard;
            this.ended = ended;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            heard.accept(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            other.flush();
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            other.config().setAutoRead(context.channel().isWritable());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (other.isActive()) {
                ended.run();
                other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (cause instanceof DecoderException && context.channel() == mind) {
                exam.unreadable(Words.onOneLine(String.valueOf(cause.getMessage())));
            }
            context.close();
        }
    }
}
