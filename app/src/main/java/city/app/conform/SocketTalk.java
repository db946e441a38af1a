package city.app.conform;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.function.Consumer;

/// Tells the exam of what is said on the socket of a mind.
final class SocketTalk {
    /// What the mind has done wrong, of RFC 6455 section 7.4.1: all others are the city's own reasons, and of its own
    /// codes an `error` said why before.
    private static final Set<Integer> FAULTS = Set.of(1002, 1003, 1007, 1008, 1009);

    private final Exam exam;
    private final String path;
    private final Message ofMind = new Message();
    private final Message ofCity = new Message();
    private boolean mindLeft;

    SocketTalk(Exam exam, String path) {
        this.exam = exam;
        this.path = path;
    }

    void fromMind(WebSocketFrame frame) {
        mindLeft |= frame instanceof CloseWebSocketFrame;
        ofMind.add(frame, said -> {
            if (said.path("type").asText().equals("answer")) {
                exam.answered(Answer.of(said));
            }
        });
    }

    void fromCity(WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame close && !mindLeft) {
            closed(close);
        }
        ofCity.add(frame, this::told);
    }

    private void told(JsonNode said) {
        switch (said.path("type").asText()) {
            case "hello" -> exam.listens();
            case "question" ->
                Words.number(said.path("question").path("question")).ifPresent(exam::asked);
            case "outcome" -> exam.settled(Outcome.of(said.path("outcome")));
            case "error" -> wrong(said.path("problem"));
            default -> {}
        }
    }

    private void wrong(JsonNode problem) {
        int status = problem.path("status").asInt();
        var why = Words.onOneLine(Words.detail(problem));
        if (status == 401 || status == 403) {
            exam.notAdmitted(path, why);
        } else {
            exam.unreadable(why);
        }
    }

    private void closed(CloseWebSocketFrame close) {
        int code = close.statusCode();
        if (FAULTS.contains(code)) {
            exam.ended("%d %s".formatted(code, Words.onOneLine(close.reasonText())));
        }
    }

    /// In one frame or several.
    private static final class Message {
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        void add(WebSocketFrame frame, Consumer<JsonNode> whole) {
            boolean isPart = frame instanceof TextWebSocketFrame
                    || frame instanceof BinaryWebSocketFrame
                    || frame instanceof ContinuationWebSocketFrame;
            if (!isPart) {
                return;
            }
            parts.writeBytes(ByteBufUtil.getBytes(frame.content()));
            if (frame.isFinalFragment()) {
                whole.accept(Words.read(parts.toByteArray()));
                parts.reset();
            }
        }
    }
}
