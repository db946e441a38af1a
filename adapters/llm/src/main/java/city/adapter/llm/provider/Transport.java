package city.adapter.llm.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.Timeout;

/// The HTTP under LangChain4j. What comes with it would wait for the rest of a body for ever, knows one timeout for all
/// requests, and loses the headers of a refusal, `Retry-After` among them. Here the whole exchange ends by the deadline
/// of [Exchange#CURRENT], and its connection with it.
///
/// Redirects are not followed: a key goes to where the operator sent it. HTTP/1.1 only, as some servers of models
/// stumble over an upgrade, and a connection for each call in flight, as many as the limits of providers allow. Blocks
/// its caller, which is best a virtual thread. Safe from any thread.
public final class Transport implements HttpClient, AutoCloseable {
    /// Far above the longest answer that may be asked for.
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;
    private final int maxReplyBytes;

    private Transport(CloseableHttpClient client, ScheduledThreadPoolExecutor deadlines, int maxReplyBytes) {
        this.client = client;
        this.deadlines = deadlines;
        this.maxReplyBytes = maxReplyBytes;
    }

    public static Transport open(Duration connectTimeout) {
        return open(connectTimeout, MAX_ANSWER_BYTES);
    }

    /// @param maxReplyBytes a longer reply is a failure
    public static Transport open(Duration connectTimeout, int maxReplyBytes) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(_ -> new SilentConnection())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .build())
                .build();
        var client = HttpClients.custom()
                .setConnectionManager(connections)
                // Deadlines end an exchange, and only they.
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.DISABLED)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        var deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("model-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
        return new Transport(client, deadlines, maxReplyBytes);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var exchange = Exchange.CURRENT.get();
        var reply = send(exchange, request);
        if (!reply.isSuccess()) {
            exchange.failed(exchange.failures().status(reply));
            throw new HttpException(reply.status(), "see the exchange");
        }
        exchange.replied(reply.body());
        return SuccessfulHttpResponse.builder()
                .statusCode(reply.status())
                .headers(reply.headers())
                .body(reply.body())
                .build();
    }

    /// Nothing here asks for a stream.
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("streams are not read");
    }

    /// Ends the calls in flight.
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        deadlines.shutdownNow();
    }

    /// What LangChain4j's builders want in order to take this transport: timeouts that they set mean nothing here.
    HttpClientBuilder builder() {
        return new Given(this);
    }

    private Reply send(Exchange exchange, HttpRequest request) {
        var post = new HttpPost(request.url());
        request.headers().forEach((name, values) -> values.forEach(value -> post.addHeader(name, value)));
        post.setEntity(new Sending(exchange, request.body().getBytes(UTF_8)));
        try (var _ = endAt(exchange.deadline(), post)) {
            return client.execute(post, this::read);
        } catch (IOException | IllegalStateException | RejectedExecutionException broken) {
            throw failure(exchange, broken);
        } catch (NullPointerException noConnection) {
            // So says a client that is cancelled while it connects.
            throw post.isCancelled() ? failure(exchange, noConnection) : noConnection;
        }
    }

    private Ending endAt(Deadline deadline, HttpPost post) {
        var end = deadlines.schedule(post::cancel, Math.max(0, deadline.nanosLeft()), NANOSECONDS);
        return () -> end.cancel(false);
    }

    /// Takes back that an exchange is to be ended.
    private interface Ending extends AutoCloseable {
        @Override
        void close();
    }

    private Reply read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var body = entity == null ? new byte[0] : entity.getContent().readNBytes(mostToRead(entity));
        if (body.length > maxReplyBytes) {
            throw new MessageConstraintException("body exceeds capacity of " + maxReplyBytes);
        }
        return Reply.of(response, body);
    }

    /// No more room than the reply says that it needs; one byte more than it may have tells that it is too long.
    private int mostToRead(HttpEntity entity) {
        long told = entity.getContentLength();
        return told < 0 || told > maxReplyBytes ? maxReplyBytes + 1 : (int) told;
    }

    /// It was over, its caller gave up, or the connection broke; all three are broken by a transport that is closed.
    private static RuntimeException failure(Exchange exchange, Exception broken) {
        if (exchange.deadline().nanosLeft() <= 0) {
            exchange.failed(exchange.failures().timedOut(exchange.most()));
            return new TimeoutException(broken);
        }
        exchange.failed(
                Thread.currentThread().isInterrupted()
                        ? exchange.failures().interrupted(exchange.atRisk())
                        : exchange.failures().broken(broken, exchange.atRisk()));
        return new NoReply(broken);
    }

    /// Tells the exchange when it is written.
    private static final class Sending extends HttpEntityWrapper {
        private final Exchange exchange;

        Sending(Exchange exchange, byte[] body) {
            super(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
            this.exchange = exchange;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            super.writeTo(out);
            exchange.sent();
        }
    }

    /// A connection that broke, or a caller that gave up.
    private static final class NoReply extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoReply(Exception cause) {
            super("no reply", cause);
        }
    }

    private record Given(Transport transport) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return transport;
        }
    }
}
