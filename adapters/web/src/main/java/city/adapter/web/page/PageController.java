package city.adapter.web.page;

import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/// The page at `/` and the files that it is made of: a closed list, none of which asks anything of the outside or holds
/// a script in its text.
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {
    private static final String FOLDER = "/city/web/page/";

    /// Asked for anew each time: it costs nothing on one machine, and a newer city has a newer page.
    private static final String FRESH = "no-cache";

    private static final Set<String> FILES = Set.of(
            "icon.svg",
            "page.css",
            "api.js",
            "camera.js",
            "card.js",
            "clock.js",
            "crowd.js",
            "dom.js",
            "feed.js",
            "frame.js",
            "ground.js",
            "main.js",
            "map.js",
            "marks.js",
            "names.js",
            "palette.js",
            "place.js",
            "plan.js",
            "resident.js",
            "search.js",
            "sentences.js",
            "sky.js",
            "socket.js");

    @Get
    HttpResponse<byte[]> page() {
        return answer("index.html");
    }

    @Get("/page/{file}")
    HttpResponse<byte[]> file(@PathVariable String file) {
        if (!FILES.contains(file)) {
            throw Refused.because(ProblemType.NOT_FOUND, "the page has no such file");
        }
        return answer(file);
    }

    private static HttpResponse<byte[]> answer(String file) {
        return HttpResponse.ok(read(file)).contentType(type(file)).header(HttpHeaders.CACHE_CONTROL, FRESH);
    }

    private static MediaType type(String file) {
        return MediaType.of(
                switch (file.substring(file.lastIndexOf('.'))) {
                    case ".html" -> "text/html;charset=utf-8";
                    case ".css" -> "text/css;charset=utf-8";
                    case ".js" -> "text/javascript;charset=utf-8";
                    default -> "image/svg+xml";
                });
    }

    private static byte[] read(String file) {
        try (var in = PageController.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the JAR");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
