package city.adapter.llm.stub;

import static city.adapter.llm.stub.WireFormat.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// An answer as the events of a stream, as each provider's documentation shows them: server-sent events of OpenAI and
/// of Anthropic, and Ollama's lines of JSON.
final class Events {
    private Events() {}

    static String contentType(WireFormat format) {
        return format == WireFormat.OLLAMA ? "application/x-ndjson" : "text/event-stream";
    }

    /// @param pieces into so many the text is cut
    static List<String> of(WireFormat format, Deed.Answer answer, int pieces) {
        var text = answer.text();
        var cut = IntStream.range(0, pieces)
                .mapToObj(i -> quoted(text.substring(text.length() * i / pieces, text.length() * (i + 1) / pieces)))
                .toList();
        return switch (format) {
            case OPENAI -> openAi(cut, answer.inputTokens(), answer.outputTokens());
            case ANTHROPIC -> anthropic(cut, answer.inputTokens(), answer.outputTokens());
            case OLLAMA -> ollama(cut, answer.inputTokens(), answer.outputTokens());
        };
    }

    private static List<String> openAi(List<String> pieces, int inputTokens, int outputTokens) {
        var events = new ArrayList<String>();
        for (var piece : pieces) {
            events.add(choice("{\"role\":\"assistant\",\"content\":" + piece + "}", "null"));
        }
        events.add(choice("{}", "\"stop\""));
        events.add(completion(
                "[]",
                "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
                        .formatted(inputTokens, outputTokens, inputTokens + outputTokens)));
        events.add("data: [DONE]\n\n");
        return events;
    }

    private static String choice(String delta, String reason) {
        var choice = "[{\"index\":0,\"delta\":" + delta + ",\"logprobs\":null,\"finish_reason\":" + reason + "}]";
        return completion(choice, "null");
    }

    private static String completion(String choices, String usage) {
        return "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1764000000,"
                + "\"model\":\"stub-model\",\"choices\":" + choices + ",\"usage\":" + usage + "}\n\n";
    }

    private static List<String> anthropic(List<String> pieces, int inputTokens, int outputTokens) {
        var events = new ArrayList<String>();
        events.add(event("message_start", """
                "message":{"id":"msg_1","type":"message","role":"assistant","model":"stub-model","content":[],\
                "stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":%d,"output_tokens":1}}""".formatted(inputTokens)));
        events.add(event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
        for (var piece : pieces) {
            events.add(event(
                    "content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + piece + "}"));
        }
        events.add(event("content_block_stop", "\"index\":0"));
        events.add(event("message_delta", """
                "delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":%d}""".formatted(outputTokens)));
        events.add("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
        return events;
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }

    private static List<String> ollama(List<String> pieces, int inputTokens, int outputTokens) {
        var lines = new ArrayList<String>();
        for (var piece : pieces) {
            lines.add(line(piece, "\"done\":false"));
        }
        lines.add(line("\"\"", """
                "done":true,"done_reason":"stop","total_duration":1000000,"prompt_eval_count":%d,"eval_count":%d""".formatted(inputTokens, outputTokens)));
        return lines;
    }

    private static String line(String content, String end) {
        return "{\"model\":\"stub-model\",\"created_at\":\"2026-11-01T00:00:00Z\","
                + "\"message\":{\"role\":\"assistant\",\"content\":" + content + "}," + end + "}\n";
    }
}
