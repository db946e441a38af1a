package city.adapter.web.events;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/// Writes frames as they are. The framework's own writer knows no comment without an event.
@Singleton
@Produces(MediaType.TEXT_EVENT_STREAM)
final class FrameWriter implements MessageBodyWriter<Frame> {
    @Override
    public void writeTo(Argument<Frame> type, MediaType media, Frame frame, MutableHeaders headers, OutputStream out)
            throws CodecException {
        try {
            out.write(frame.bytes());
        } catch (IOException e) {
            throw new CodecException("a frame could not be written", e);
        }
    }
}
