package city.adapter.web.traffic;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Gives what is read a tag made of its bytes, and says 304 to whoever has them already. It looks at every answer: only
/// filters that match all are found without a search, which costs a request more than this look.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EntityTags implements Ordered {
    /// 128 bits: equal tags of unequal bodies do not happen.
    private static final int TAG_BYTES = 16;

    private final JsonMapper mapper;

    EntityTags(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @ResponseFilter
    void tag(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var body = response.body();
        if (request.getMethod() != HttpMethod.GET || response.code() != 200 || !(body instanceof Tagged)) {
            return;
        }
        var bytes = write(body);
        var tag = "\"" + HexFormat.of().formatHex(sha256(bytes), 0, TAG_BYTES) + "\"";
        response.header(HttpHeaders.ETAG, tag);
        if (isKnown(request, tag)) {
            response.status(HttpStatus.NOT_MODIFIED).body(null);
        } else {
            response.contentType(MediaType.APPLICATION_JSON_TYPE).body(bytes);
        }
    }

    private static boolean isKnown(HttpRequest<?> request, String tag) {
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(it -> Arrays.stream(it.split(",")))
                .map(String::strip)
                .map(it -> it.startsWith("W/") ? it.substring(2) : it)
                .anyMatch(it -> it.equals(tag) || it.equals("*"));
    }

    private byte[] write(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
