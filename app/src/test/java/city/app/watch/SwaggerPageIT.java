package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages for people, which must work where there is no internet.
class SwaggerPageIT {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<(?:script|link|img)\\b[^>]*>");

    @TempDir
    private static Path folder;

    private static LiveCity city;

    @BeforeAll
    static void found() throws Exception {
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "5");
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void everyPageAndAllThatItNeedsComesFromThisCity() throws Exception {
        for (var address : List.of("/", "/swagger-ui", "/swagger-ui/index.html")) {
            var page = city.get(address);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe", "http:", "https:", "*");
            assertThat(page.body())
                    .doesNotContainPattern("(?i)<style|\\sstyle\\s*=|\\son\\w+\\s*=|javascript:")
                    .doesNotContainPattern("(?is)<script(?![^>]*\\ssrc=)")
                    .doesNotContainPattern("(?i)(src|href)\\s*=\\s*\"(\\w+:)?//");
            TAG.matcher(page.body())
                    .results()
                    .flatMap(it -> REFERENCE.matcher(it.group()).results())
                    .forEach(it -> assertServed(address, it.group(1)));
        }
    }

    @Test
    void theStartPageLinksOnlyToWhatIsThere() throws Exception {
        REFERENCE
                .matcher(city.get("/").body())
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.endsWith("/stream"))
                .forEach(it -> assertServed("/", it));
    }

    private static void assertServed(String page, String reference) {
        try {
            var address = URI.create(page).resolve(reference);
            assertThat(address.isAbsolute()).as(reference).isFalse();
            assertThat(city.get(address.toString()).statusCode()).as(reference).isEqualTo(200);
        } catch (Exception e) {
            throw new AssertionError(reference, e);
        }
    }
}
