import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A mind of its own for one resident, over a WebSocket, with nothing but the JDK (17 or later).
 *
 * <pre>java Mind.java http://127.0.0.1:8080 AGENT_ID [HOW_MANY_ANSWERS]</pre>
 *
 * It takes the resident over, answers each question by a rule of three lines, and hands the resident back at its end.
 * CITY_TOKEN holds the resident's token, where it has one.
 */
public final class Mind {
    /** The city pings every 15 seconds. A socket that ended while something was sent may say nothing of it. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String city;
    private final String agent;

    private Mind(String city, String agent) {
        this.city = city;
        this.agent = agent;
    }

    public static void main(String[] words) throws Exception {
        if (words.length < 2) {
            System.err.println("usage: java Mind.java http://127.0.0.1:8080 AGENT_ID [HOW_MANY_ANSWERS]");
            System.exit(2);
        }
        var mind = new Mind(words[0].replaceAll("/+$", ""), words[1]);
        mind.set("{\"kind\": \"external\", \"threshold\": 0, \"patience\": 12}");
        try {
            mind.live(words.length > 2 ? Integer.parseInt(words[2]) : Integer.MAX_VALUE);
        } finally {
            mind.set("{\"kind\": \"routine\"}");
        }
        System.exit(0);
    }

    /** What the resident does next. This is the part to replace. */
    private static String decide(Map<?, ?> question) {
        var seen = (Map<?, ?>) question.get("observation");
        if (seen.get("talk") instanceof Map<?, ?> talk) {
            if (talk.get("invited") == Boolean.TRUE) {
                return "{\"type\": \"reply\", \"accept\": true, \"minutes\": 30}";
            }
            if (talk.get("on_turn") == Boolean.TRUE) {
                return "{\"type\": \"say\", \"words\": \"I was just thinking of you.\", \"tone\": \"warm\", \"topic\": \"small talk\"}";
            }
        }
        var offers = (List<?>) seen.get("offers");
        var food = (double) ((Map<?, ?>) seen.get("needs")).get("food");
        if (food < 500 && seen.get("open") == Boolean.TRUE && !offers.isEmpty()) {
            return "{\"type\": \"buy\", \"good\": \"%s\"}".formatted(((Map<?, ?>) offers.get(0)).get("good"));
        }
        for (var step : (List<?>) question.get("plan")) {
            var place = ((Map<?, ?>) step).get("location_id");
            if (place != null && !place.equals(seen.get("location_id")) && question.get("occasion").equals("free time")) {
                return "{\"type\": \"move\", \"to\": \"%s\"}".formatted(place);
            }
        }
        return "{\"type\": \"rest\", \"minutes\": 20}";
    }

    private void live(int answers) throws Exception {
        var messages = new LinkedBlockingQueue<Map<?, ?>>();
        var socket = open(messages);
        var asked = "";
        while (answers > 0) {
            var message = Objects.requireNonNullElse(
                    messages.poll(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS),
                    Map.of("type", "closed", "reason", "as nothing was heard on it"));
            switch (String.valueOf(message.get("type"))) {
                case "question" -> {
                    var question = (Map<?, ?>) message.get("question");
                    var action = decide(question);
                    asked = "%s %s: %s".formatted(
                            ((Map<?, ?>) question.get("observation")).get("time"),
                            question.get("occasion"),
                            ((Map<?, ?>) new Json(action).read()).get("type"));
                    var answer = "{\"type\": \"answer\", \"question\": %.0f, \"action\": %s}";
                    // A socket that is gone says so by itself, or nothing more.
                    socket.sendText(answer.formatted(question.get("question"), action), true)
                            .handle((sent, gone) -> sent)
                            .join();
                }
                case "outcome" -> {
                    System.out.println(asked + ", " + said((Map<?, ?>) message.get("outcome")));
                    answers--;
                }
                case "hello", "ping" -> {}
                case "closed" -> {
                    System.err.println("the socket ended, " + message.get("reason") + "; trying again");
                    socket.abort();
                    socket = open(messages);
                }
                default -> throw new IllegalStateException("the city says " + message);
            }
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** Tries until the city is there: it may be away for a while. */
    private WebSocket open(BlockingQueue<Map<?, ?>> messages) throws InterruptedException {
        var address = URI.create(city.replaceFirst("^http", "ws") + "/ws/agents/" + agent);
        while (true) {
            var builder = client.newWebSocketBuilder();
            if (System.getenv("CITY_TOKEN") != null) {
                builder.header("Authorization", "Bearer " + System.getenv("CITY_TOKEN"));
            }
            try {
                return builder.buildAsync(address, new Ear(messages)).join();
            } catch (CompletionException away) {
                System.err.println(away.getCause() + "; trying again");
                Thread.sleep(1_000);
            }
        }
    }

    private static Object said(Map<?, ?> outcome) {
        if (outcome.get("problem") instanceof Map<?, ?> problem) {
            return problem.get("refusal") == null ? problem.get("title") : problem.get("refusal");
        }
        return "done";
    }

    private void set(String mind) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(city + "/api/v1/agents/" + agent + "/mind"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .PUT(BodyPublishers.ofString(mind));
        if (System.getenv("CITY_TOKEN") != null) {
            request.header("Authorization", "Bearer " + System.getenv("CITY_TOKEN"));
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
    }

    /** Puts the parts of a message together, and the end of the socket into words. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<Map<?, ?>> messages;
        private final StringBuilder text = new StringBuilder();

        Ear(BlockingQueue<Map<?, ?>> messages) {
            this.messages = messages;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add((Map<?, ?>) new Json(text.toString()).read());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer nothing) {
            messages.add(Map.of("type", "ping"));
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            messages.add(Map.of("type", "closed", "reason", code + " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            messages.add(Map.of("type", "closed", "reason", failure.toString()));
        }
    }

    /** Reads JSON, which the JDK does not, into maps, lists, texts, doubles, flags and null. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object read() {
            switch (next()) {
                case '{': return object();
                case '[': return list();
                case '"': return string();
                default: return literal();
            }
        }

        private Map<String, Object> object() {
            var object = new LinkedHashMap<String, Object>();
            at++;
            while (next() != '}') {
                var name = string();
                next();
                at++;
                object.put(name, read());
                if (next() == ',') {
                    at++;
                }
            }
            at++;
            return object;
        }

        private List<Object> list() {
            var list = new ArrayList<Object>();
            at++;
            while (next() != ']') {
                list.add(read());
                if (next() == ',') {
                    at++;
                }
            }
            at++;
            return list;
        }

        private String string() {
            var string = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            }
            at++;
            return string.toString();
        }

        private char escaped() {
            at++;
            switch (text.charAt(at)) {
                case 'b': return '\b';
                case 'f': return '\f';
                case 'n': return '\n';
                case 'r': return '\r';
                case 't': return '\t';
                case 'u':
                    at += 4;
                    return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
                default: return text.charAt(at);
            }
        }

        private Object literal() {
            int from = at;
            while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            var word = text.substring(from, at);
            switch (word) {
                case "true": return Boolean.TRUE;
                case "false": return Boolean.FALSE;
                case "null": return null;
                default: return Double.valueOf(word);
            }
        }

        /** The next character that is no space. */
        private char next() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }
    }
}
