package city.adapter.web.agents;

import city.adapter.web.input.JsonBody;
import city.agents.Action;
import city.economy.JobId;
import city.economy.Money;
import city.social.Utterance;
import city.world.LocationId;
import city.world.ResidentId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads the actions that a caller wants done. One closed set, told apart by `type`.
final class ActionInput {
    private static final int MAX_MINUTES = 24 * 60;
    private static final int MAX_GOOD_LENGTH = 40;

    private ActionInput() {}

    static Action read(JsonBody body) {
        var action = readPart(body);
        body.finish();
        return action.orElseThrow();
    }

    /// Of a body that is finished with what it is part of.
    static Optional<Action> readPart(JsonBody body) {
        body.require("type");
        return body.text("type", 1, 20).flatMap(it -> read(it, body));
    }

    private static Optional<Action> read(String type, JsonBody body) {
        return switch (type) {
            case "move" -> body.require("to").uuid("to").map(it -> new Action.Move(new LocationId(it)));
            case "work" -> Optional.of(new Action.Work());
            case "buy" -> {
                int units = body.number("units", 1, Action.Buy.MAX_UNITS).orElse(1);
                yield good(body).map(it -> new Action.Buy(it, units));
            }
            case "use" -> good(body).map(Action.Use::new);
            case "rest" -> minutes(body).map(Action.Rest::new);
            case "sleep" -> Optional.of(new Action.Sleep());
            case "give" -> give(body);
            case "take_job" -> body.require("job").uuid("job").map(it -> new Action.TakeJob(new JobId(it)));
            case "quit_job" -> Optional.of(new Action.QuitJob());
            case "wait" -> minutes(body).map(Action.Wait::new);
            case "study" -> minutes(body).map(Action.Study::new);
            case "say", "invite", "reply", "leave_talk" -> TalkInput.read(type, body);
            default ->
                body.wrong(
                        "type",
                        "must be one of move, work, buy, use, rest, sleep, give, take_job, quit_job, wait, study, say,"
                                + " invite, reply, leave_talk: \"%s\"".formatted(type));
        };
    }

    private static Optional<String> good(JsonBody body) {
        return body.require("good").text("good", 1, MAX_GOOD_LENGTH);
    }

    private static Optional<Integer> minutes(JsonBody body) {
        var minutes = body.require("minutes").number("minutes", 1, MAX_MINUTES);
        return minutes.isPresent() ? Optional.of(minutes.getAsInt()) : Optional.empty();
    }

    private static Optional<Action> give(JsonBody body) {
        body.require("to", "amount");
        var to = body.uuid("to").map(ResidentId::new);
        var amount = body.money("amount");
        if (amount.filter(it -> !it.isPositive()).isPresent()) {
            return body.wrong("amount", "must be above zero: " + amount.get());
        }
        return to.flatMap(it -> amount.map(money -> give(it, money)));
    }

    private static Action give(ResidentId to, Money amount) {
        return new Action.Give(to, amount);
    }

    @Schema(name = "Action", description = "Something to do, told apart by `type`; each type has fields of its own")
    record AnyAction(
            @Schema(
                    description = "What to do",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {
                        "move",
                        "work",
                        "buy",
                        "use",
                        "rest",
                        "sleep",
                        "give",
                        "take_job",
                        "quit_job",
                        "wait",
                        "study",
                        "say",
                        "invite",
                        "reply",
                        "leave_talk"
                    })
            String type,

            @Schema(
                    description = "move: a location's id; give: a resident's id",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            UUID to,

            @Schema(
                    description = "buy, use: a good's name",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    example = "bread")
            String good,

            @Schema(
                    description = "buy: how many, 1 by default",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    minimum = "1",
                    maximum = "100")
            int units,

            @Schema(
                    description = "rest, wait, study: how long in city time; invite, reply: for how long one has time",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    minimum = "1",
                    maximum = "1440")
            int minutes,

            @Schema(description = "give: how much", requiredMode = Schema.RequiredMode.NOT_REQUIRED, example = "5.00")
            String amount,

            @Schema(description = "take_job: the job's id", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            UUID job,

            @Schema(description = "invite: residents' ids", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            List<UUID> with,

            @Schema(
                    description = "say: what; invite, leave_talk: a first or last word",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    maxLength = Utterance.MAX_WORDS_LENGTH)
            String words,

            @Schema(
                    description = "With words: how they are meant, plain by default",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    allowableValues = {"plain", "warm", "cross"})
            String tone,

            @Schema(
                    description = "With words: what they are about, in a word or two",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    maxLength = Utterance.MAX_TOPIC_LENGTH)
            String topic,

            @Schema(description = "reply: yes or no", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            boolean accept) {}
}
