package city.app.conform;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;

/// A call over HTTP that is under way, as far as it has passed. Not thread-safe.
final class HttpCall {
    /// More than any question, and more than the city takes.
    private static final int MOST_BYTES = 1 << 20;

    private final String method;
    private final String path;
    private final boolean isKept;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private int status;

    /// @param path   without the query
    /// @param isKept whether anybody will ask what was said
    HttpCall(String method, String path, boolean isKept) {
        this.method = method;
        this.path = path;
        this.isKept = isKept;
    }

    String path() {
        return path;
    }

    /// Of the mind that is examined, and so the others.
    boolean isPoll() {
        return isKept && method.equals("GET") && path.endsWith("/mind/questions");
    }

    boolean isAnswer() {
        return isKept && method.equals("POST") && path.endsWith("/mind/answers");
    }

    void asks(ByteBuf part) {
        keep(request, part);
    }

    void isAnswered(int withStatus) {
        status = withStatus;
    }

    void isTold(ByteBuf part) {
        keep(answer, part);
    }

    /// Of the answer, 0 before it came.
    int status() {
        return status;
    }

    JsonNode request() {
        return Words.read(request.toByteArray());
    }

    JsonNode answer() {
        return Words.read(answer.toByteArray());
    }

    private void keep(ByteArrayOutputStream kept, ByteBuf part) {
        if (isKept && kept.size() + part.readableBytes() <= MOST_BYTES) {
            kept.writeBytes(ByteBufUtil.getBytes(part));
        }
    }
}
