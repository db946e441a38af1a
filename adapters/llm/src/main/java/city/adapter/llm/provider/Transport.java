package city.adapter.llm.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/// The HTTP under LangChain4j. Its own would wait for the rest of a body for ever, knows one timeout for all requests,
/// and loses the headers of a refusal, `Retry-After` among them. Here the whole exchange ends by the deadline of
/// [Exchange#CURRENT], and its connection with it.
///
/// Redirects are not followed: a key goes to where the operator sent it. HTTP/1.1 only, as some servers of models
/// stumble over an upgrade, and a connection for each call in flight is what the limits allow for. Safe from any
/// thread.
public final class Transport implements HttpClient, AutoCloseable {
    /// Far above the longest answer that may be asked for.
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private final java.net.http.HttpClient client;
    private final ExecutorService workers;
    private final int maxReplyBytes;

    private Transport(java.net.http.HttpClient client, ExecutorService workers, int maxReplyBytes) {
        this.client = client;
        this.workers = workers;
        this.maxReplyBytes = maxReplyBytes;
    }

    public static Transport open(Duration connectTimeout) {
        return open(connectTimeout, MAX_ANSWER_BYTES);
    }

    /// Works on virtual threads: the client's own pool grows with every burst of calls.
    ///
    /// @param maxReplyBytes a longer reply is a failure
    public static Transport open(Duration connectTimeout, int maxReplyBytes) {
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .executor(workers)
                .build();
        return new Transport(client, workers, maxReplyBytes);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var exchange = Exchange.CURRENT.get();
        var response = await(exchange, send(request));
        if (response.statusCode() / 100 != 2) {
            exchange.failed(exchange.failures().status(response));
            throw new HttpException(response.statusCode(), "see the exchange");
        }
        exchange.replied(response.body());
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
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
        client.shutdownNow();
        client.close();
        workers.close();
    }

    /// What LangChain4j's builders want in order to take this transport: timeouts that they set mean nothing here.
    HttpClientBuilder builder() {
        return new Given(this);
    }

    private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        var sent = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .POST(BodyPublishers.ofString(request.body(), UTF_8));
        request.headers().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        return client.sendAsync(sent.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxReplyBytes));
    }

    private static HttpResponse<byte[]> await(Exchange exchange, CompletableFuture<HttpResponse<byte[]>> sent) {
        try {
            return sent.get(Math.max(0, exchange.deadline().nanosLeft()), NANOSECONDS);
        } catch (TimeoutException late) {
            sent.cancel(true);
            exchange.failed(exchange.failures().timedOut());
            throw new dev.langchain4j.exception.TimeoutException(late);
        } catch (InterruptedException interrupted) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            exchange.failed(exchange.failures().interrupted());
            throw new NoReply(interrupted);
        } catch (ExecutionException broken) {
            exchange.failed(exchange.failures().broken(Objects.requireNonNullElse(broken.getCause(), broken)));
            throw new NoReply(broken);
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
