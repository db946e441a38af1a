package city.adapter.web.traffic;

import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps out other people's web pages, which a browser on this machine may load. A page whose name was rebound to
/// 127.0.0.1 comes with a foreign `Host`; a page that posts across sites comes with a foreign `Origin`.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HostGuard implements Ordered {
    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        var host = request.getHeaders().get(HttpHeaders.HOST);
        if (host == null || !OWN_HOST.matcher(host).matches()) {
            throw Refused.because(
                    ProblemType.MISDIRECTED, "Host must be localhost, 127.0.0.1 or [::1] with the server's port");
        }
        if ((changesSomething(request) || opensSocket(request)) && isFromAnotherSite(request, host)) {
            throw Refused.because(
                    ProblemType.CROSS_SITE, "a page of another origin may neither change the city nor open a socket");
        }
    }

    /// A browser lets any page open a socket anywhere, and read from it.
    private static boolean opensSocket(HttpRequest<?> request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeaders.UPGRADE));
    }

    private static boolean changesSomething(HttpRequest<?> request) {
        return switch (request.getMethod()) {
            case GET, HEAD, OPTIONS, TRACE -> false;
            case POST, PUT, PATCH, DELETE, CONNECT, CUSTOM -> true;
        };
    }

    private static boolean isFromAnotherSite(HttpRequest<?> request, String host) {
        var site = request.getHeaders().get("Sec-Fetch-Site");
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        boolean foreignSite = site != null && !OWN_SITES.contains(site.toLowerCase(Locale.ROOT));
        boolean foreignOrigin = origin != null && !origin.equalsIgnoreCase("http://" + host);
        return foreignSite || foreignOrigin;
    }
}
