package city.adapter.llm.stub;

import java.util.Map;

/// What a stub was asked.
///
/// @param headers by names in lower case
public record Call(String method, String path, Map<String, String> headers, String body) {}
