package city.app.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// HTTP, and the WebSocket that it turns into. Serves this machine's programs only: a browser would say whose page it
/// is, which the city must not miss.
final class HttpLine extends Line {
    /// More than the city takes, so that it says so itself.
    private static final int MOST_FRAME_BYTES = 1 << 20;

    private static final String HTTP2_SETTINGS = "HTTP2-Settings";

    private final URI url;
    private final UUID agent;
    private final Queue<HttpCall> underWay = new ArrayDeque<>();
    private HttpCall asking = new HttpCall("", "", false);
    private boolean isRefused;
    private boolean isInterim;
    private @Nullable SocketTalk talk;

    /// @param url   of the city
    /// @param agent whose mind is examined; what it does for other residents is its own business
    HttpLine(Exam exam, Channel mind, Channel city, URI url, UUID agent) {
        super(exam, mind, city);
        this.url = url;
        this.agent = agent;
    }

    @Override
    void equip(ChannelPipeline mind, ChannelPipeline city) {
        mind.addLast(new HttpServerCodec());
        city.addLast(new HttpClientCodec());
    }

    @Override
    void fromMind(Object message) {
        if (talk != null && message instanceof WebSocketFrame frame) {
            talk.fromMind(frame);
        } else if (message instanceof HttpObject part && !asks(part)) {
            ReferenceCountUtil.release(message);
            return;
        }
        city().write(message);
    }

    @Override
    void fromCity(Object message) {
        if (talk != null && message instanceof WebSocketFrame frame) {
            talk.fromCity(frame);
        }
        boolean isLast = message instanceof HttpObject part && tells(part);
        mind().write(message);
        if (isLast) {
            answered(underWay.remove());
        }
    }

    /// @return whether the city may hear it
    private boolean asks(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            exam.unreadable("no HTTP: " + part.decoderResult().cause().getMessage());
            isRefused = true;
            end();
        } else if (part instanceof HttpRequest request) {
            begin(request);
        }
        if (!isRefused && part instanceof HttpContent content) {
            asking.asks(content.content());
            if (content instanceof LastHttpContent && asking.isAnswer()) {
                exam.answered(Answer.of(asking.request()));
            }
        }
        return !isRefused;
    }

    private void begin(HttpRequest request) {
        if (!isAPrograms(request)) {
            isRefused = true;
            refuse();
            return;
        }
        var path = request.uri().split("\\?", 2)[0];
        asking = new HttpCall(request.method().name(), path, path.contains("/agents/" + agent + "/mind"));
        underWay.add(asking);
        if (asking.isPoll()) {
            exam.looks();
        }
        address(request);
    }

    private boolean isAPrograms(HttpRequest request) {
        var host = request.headers().get(HttpHeaderNames.HOST, "");
        int port = ((InetSocketAddress) mind().localAddress()).getPort();
        return !request.headers().contains(HttpHeaderNames.ORIGIN)
                && (host.equals(Relay.HOST + ":" + port) || host.equals("localhost:" + port));
    }

    private void refuse() {
        var answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.FORBIDDEN,
                Unpooled.copiedBuffer("for programs on this machine only", UTF_8));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes());
        mind().write(answer);
        end();
    }

    /// To the city, and in words that can be read on the way: nothing compressed, no HTTP/2.
    private void address(HttpRequest request) {
        request.setUri(url.getRawPath() + request.uri());
        var headers = request.headers();
        headers.set(HttpHeaderNames.HOST, url.getRawAuthority());
        headers.remove(HttpHeaderNames.ACCEPT_ENCODING);
        headers.remove(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
        if (headers.contains(HTTP2_SETTINGS)) {
            headers.remove(HTTP2_SETTINGS).remove(HttpHeaderNames.UPGRADE).remove(HttpHeaderNames.CONNECTION);
        }
    }

    /// @return whether a call has its answer
    private boolean tells(HttpObject part) {
        if (part instanceof HttpResponse response) {
            int status = response.status().code();
            isInterim = HttpStatusClass.INFORMATIONAL.contains(status)
                    && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
            if (!isInterim && !underWay.isEmpty()) {
                underWay.element().isAnswered(status);
            }
        }
        if (isInterim || underWay.isEmpty() || !(part instanceof HttpContent content)) {
            return false;
        }
        underWay.element().isTold(content.content());
        return content instanceof LastHttpContent;
    }

    private void answered(HttpCall call) {
        if (call.status() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            change(call.path());
        } else if (!call.path().contains("/agents/" + agent + "/mind")) {
            return;
        } else if (call.status() == 401 || call.status() == 403) {
            exam.notAdmitted(call.path(), Words.onOneLine(Words.detail(call.answer())));
            if (call.isPoll()) {
                exam.sentAway();
            }
        } else if (call.isPoll() && call.status() != HttpResponseStatus.OK.code()) {
            exam.knocked();
        } else if (call.isPoll()) {
            exam.told(Words.number(call.answer().path("items").path(0).path("question")));
        } else if (call.isAnswer()) {
            OptionalLong question = Answer.of(call.request()).question();
            exam.settled(Outcome.of(question, call.status(), call.answer()));
        }
    }

    /// What follows on both ends is frames, and of other sockets than the mind's bytes that nobody looks at.
    private void change(String path) {
        var mind = mind().pipeline();
        var city = city().pipeline();
        mind().flush();
        if (path.equals("/ws/agents/" + agent)) {
            talk = new SocketTalk(exam, path);
            mind.addAfter(mind.context(HttpServerCodec.class).name(), "frames", frames(true));
            mind.addFirst(new WebSocket13FrameEncoder(false));
            city.addAfter(city.context(HttpClientCodec.class).name(), "frames", frames(false));
            city.addFirst(new WebSocket13FrameEncoder(true));
        }
        mind.remove(HttpServerCodec.class);
        city.remove(HttpClientCodec.class);
    }

    private static WebSocket13FrameDecoder frames(boolean fromClient) {
        return new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(fromClient)
                .allowExtensions(false)
                .maxFramePayloadLength(MOST_FRAME_BYTES)
                .build());
    }
}
