package city.adapter.llm.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.HttpResponse;

/// What a provider sent back, whatever its status.
///
/// @param headers by names in any case
record Reply(int status, Map<String, List<String>> headers, byte[] body) {
    static Reply of(HttpResponse response, byte[] body) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(header.getValue());
        }
        return new Reply(response.getCode(), headers, body);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
