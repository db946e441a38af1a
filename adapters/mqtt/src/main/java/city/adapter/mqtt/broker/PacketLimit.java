package city.adapter.mqtt.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes a connection at the length that a packet announces: the decoder behind it would gather up to 256 MB of one,
/// or of its properties, before anybody looks at it. Of what passes it only counts bytes. One for each connection, on
/// its thread.
final class PacketLimit extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(PacketLimit.class);

    /// "Remaining length" of MQTT 3.1.1 and 5, section 2.1.4: seven bits a byte, at most four bytes.
    private static final int MOST_LENGTH_BYTES = 4;

    private static final int AT_TYPE = -1;

    private final int mostBytes;
    private int lengthBytes = AT_TYPE;
    private int length;
    private int left;
    private boolean refused;

    /// @param mostBytes of a packet, after its type and length
    PacketLimit(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes) || (!refused && admits(bytes))) {
            context.fireChannelRead(message);
            return;
        }
        bytes.release();
        if (!refused) {
            refused = true;
            LOG.debug("a client announced a packet that is too large or has no length, and is cut off");
            context.close();
        }
    }

    private boolean admits(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (left > 0) {
                int here = Math.min(left, bytes.writerIndex() - at);
                left -= here;
                at += here;
            } else if (!admits(bytes.getByte(at++))) {
                return false;
            }
        }
        return true;
    }

    /// A packet's type, or a byte of its length.
    private boolean admits(byte next) {
        if (lengthBytes == AT_TYPE) {
            lengthBytes = 0;
            length = 0;
            return true;
        }
        length |= (next & 0x7f) << (7 * lengthBytes++);
        if ((next & 0x80) != 0) {
            return lengthBytes < MOST_LENGTH_BYTES;
        }
        left = length;
        lengthBytes = AT_TYPE;
        return length <= mostBytes;
    }
}
