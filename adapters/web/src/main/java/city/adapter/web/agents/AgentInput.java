package city.adapter.web.agents;

import city.adapter.web.docs.Examples;
import city.adapter.web.input.JsonBody;
import city.agents.AgentsCommand.Edit;
import city.agents.AgentsCommand.Spawn;
import city.agents.Persona;
import city.agents.Persona.SomeTraits;
import city.agents.Persona.Traits;
import city.economy.JobId;
import city.economy.Money;
import city.world.LocationId;
import city.world.ResidentId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads what callers say of residents.
final class AgentInput {
    private AgentInput() {}

    static Spawn spawn(JsonBody body) {
        body.require("name");
        var name = name(body);
        var text = text(body);
        var traits = traits(body).map(it -> it.over(Traits.LIKE_MOST));
        var goals = goals(body);
        var home = body.uuid("home").map(LocationId::new);
        var job = body.uuid("job").map(JobId::new);
        var balance = body.money("balance").orElse(Money.ZERO);
        if (balance.isNegative()) {
            body.wrong("balance", "must not be negative: " + balance);
        }
        body.finish();
        var persona = new Persona(
                name.orElseThrow(), text.orElse(""), traits.orElse(Traits.LIKE_MOST), goals.orElse(List.of()));
        return new Spawn(Optional.empty(), persona, home, job, balance);
    }

    static Edit edit(ResidentId id, JsonBody body) {
        body.refuseNulls();
        var name = name(body);
        var text = text(body);
        var traits = traits(body);
        var goals = goals(body);
        body.finish();
        return new Edit(id, name, text, traits, goals);
    }

    private static Optional<String> name(JsonBody body) {
        return body.text("name", 1, Persona.MAX_NAME_LENGTH);
    }

    private static Optional<String> text(JsonBody body) {
        return body.text("persona", 0, Persona.MAX_TEXT_LENGTH);
    }

    private static Optional<List<String>> goals(JsonBody body) {
        return body.texts("goals", Persona.MAX_GOALS, Persona.MAX_GOAL_LENGTH);
    }

    private static Optional<SomeTraits> traits(JsonBody body) {
        return body.object("traits")
                .map(it -> new SomeTraits(
                        trait(it, "openness"),
                        trait(it, "conscientiousness"),
                        trait(it, "extraversion"),
                        trait(it, "agreeableness"),
                        trait(it, "neuroticism"),
                        trait(it, "earliness")));
    }

    private static Optional<Integer> trait(JsonBody traits, String name) {
        var value = traits.number(name, 0, 100);
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    @Schema(name = "NewAgent", description = "A resident that is to arrive")
    record NewAgent(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = Persona.MAX_NAME_LENGTH,
                    example = "Ada Miller")
            String name,

            @Schema(
                    description = "Who it is, in a few sentences",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    maxLength = Persona.MAX_TEXT_LENGTH,
                    example = "A baker who sings at work.")
            String persona,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            NamedTraits traits,

            @Schema(
                    description = "What it wants of life; at most 10 of at most 200 characters",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            List<String> goals,

            @Schema(
                    description = "A location's id; without it the resident has no roof",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    example = Examples.LOCATION)
            UUID home,

            @Schema(
                    description = "A job with a free place, to be taken at once",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            UUID job,

            @Schema(
                    description = "Its first money, from the mint; nothing by default",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    example = "1000.00")
            String balance) {}

    @Schema(name = "AgentEdit", description = "What is to change; what is not named stays")
    record AgentEdit(
            @Schema(
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    minLength = 1,
                    maxLength = Persona.MAX_NAME_LENGTH,
                    example = "Ada Baker")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, maxLength = Persona.MAX_TEXT_LENGTH)
            String persona,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            NamedTraits traits,

            @Schema(
                    description = "All its goals from now on",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    example = "[\"own a bakery\"]")
            List<String> goals) {}

    @Schema(name = "SomeTraits", description = "Traits, each 0 to 100; what is not named is 50, or stays")
    record NamedTraits(
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, minimum = "0", maximum = "100")
            int openness,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, minimum = "0", maximum = "100")
            int conscientiousness,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, minimum = "0", maximum = "100")
            int extraversion,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, minimum = "0", maximum = "100")
            int agreeableness,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, minimum = "0", maximum = "100")
            int neuroticism,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, minimum = "0", maximum = "100")
            int earliness) {}
}
