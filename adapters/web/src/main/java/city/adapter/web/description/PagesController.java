package city.adapter.web.description;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Swagger UI: a closed list of files from the JAR, none of which asks anything of the outside or holds a script in its
/// text.
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class PagesController {
    /// As in the POM.
    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

    private static final String OWN = "/city/web/";
    private static final String CACHED = "max-age=3600";

    private static final Map<String, File> FILES = Map.of(
            "index.html", new File(OWN + "swagger-ui.html", MediaType.TEXT_HTML_TYPE),
            "initializer.js", new File(OWN + "swagger-initializer.js", script()),
            "city.css", new File(OWN + "city.css", MediaType.TEXT_CSS_TYPE),
            "swagger-ui.css", new File(SWAGGER_UI + "swagger-ui.css", MediaType.TEXT_CSS_TYPE),
            "swagger-ui-bundle.js", new File(SWAGGER_UI + "swagger-ui-bundle.js", script()),
            "favicon-32x32.png", new File(SWAGGER_UI + "favicon-32x32.png", MediaType.IMAGE_PNG_TYPE));

    @Get("/swagger-ui{/file}")
    HttpResponse<byte[]> swaggerUi(@PathVariable @Nullable String file) {
        var found = FILES.get(file == null || file.isEmpty() ? "index.html" : file);
        if (found == null) {
            throw Refused.because(ProblemType.NOT_FOUND, "Swagger UI has no such file");
        }
        return answer(found);
    }

    private static HttpResponse<byte[]> answer(File file) {
        return HttpResponse.ok(file.read()).contentType(file.type()).header(HttpHeaders.CACHE_CONTROL, CACHED);
    }

    private static MediaType script() {
        return MediaType.of("text/javascript;charset=utf-8");
    }

    private record File(String resource, MediaType type) {
        byte[] read() {
            try (var in = PagesController.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is not in the JAR");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
