package city.adapter.web.description;

import city.adapter.web.traffic.Moment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.IOException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@OpenAPIDefinition(info = @Info(title = "Multi-Agent City Platform", version = "0", description = """
                                A living city of residents who work, trade and move about, to be watched and steered.

                                Names are in snake_case, ids are UUIDs, times are RFC 3339 in city time, and money is a \
                                decimal string with two places. Lists are paged: pass `next` as `cursor` until it is null. \
                                Every answer carries `City-Sequence`: the last event that it reflects. Errors are \
                                `application/problem+json` (RFC 9457) with a stable `type`. A POST, PATCH or DELETE that \
                                changes the city takes an `Idempotency-Key`. Reads of single things carry an `ETag`."""))
final class DescriptionController {
    private final ApiDocument api;
    private final LivingExamples examples;
    private final JsonMapper mapper;
    private final AsyncApi asyncApi;

    DescriptionController(ApiDocument api, LivingExamples examples, JsonMapper mapper, AsyncApi asyncApi) {
        this.api = api;
        this.examples = examples;
        this.mapper = mapper;
        this.asyncApi = asyncApi;
    }

    @Get("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    String json(HttpRequest<?> request) throws IOException {
        return examples.enliven(mapper.writeValueAsString(api.document()), Moment.of(request));
    }

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    String yaml(HttpRequest<?> request) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return examples.enliven(new Yaml(options).dump(api.document()), Moment.of(request));
    }

    @Get("/asyncapi.yaml")
    @Produces("application/yaml")
    String asyncApi() {
        return asyncApi.yaml();
    }
}
