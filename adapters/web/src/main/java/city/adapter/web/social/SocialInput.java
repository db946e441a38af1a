package city.adapter.web.social;

import city.adapter.web.docs.Examples;
import city.social.Utterance;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/// What callers send, as the description tells it.
final class SocialInput {
    private SocialInput() {}

    @Schema(name = "NewInteraction", description = "Who asks whom to talk")
    record NewInteraction(
            @Schema(
                    description = "The resident that asks",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = Examples.RESIDENT)
            UUID agentId,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    requiredMode = Schema.RequiredMode.REQUIRED,
                                    example = "[\"" + Examples.OTHER_RESIDENT + "\"]"),
                    minItems = 1,
                    maxItems = 5,
                    schema = @Schema(description = "A resident's id"))
            List<UUID> with,

            @Schema(
                    description = "Said as soon as somebody accepts",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    maxLength = Utterance.MAX_WORDS_LENGTH,
                    example = "Have you a minute?")
            String words,

            @Schema(
                    description = "How the words are meant, plain by default",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    allowableValues = {"plain", "warm", "cross"})
            String tone,

            @Schema(
                    description = "What they are about, in a word or two",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    maxLength = Utterance.MAX_TOPIC_LENGTH)
            String topic,

            @Schema(
                    description = "For how long the resident has time, in city time; 30 by default",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    minimum = "1",
                    maximum = "1440")
            int minutes) {}

    @Schema(name = "NewMessage", description = "Something to be said")
    record NewMessage(
            @Schema(
                    description = "The resident that speaks",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = Examples.RESIDENT)
            UUID agentId,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = Utterance.MAX_WORDS_LENGTH,
                    example = "So it is.")
            String words,

            @Schema(
                    description = "How it is meant, plain by default",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    allowableValues = {"plain", "warm", "cross"})
            String tone,

            @Schema(
                    description = "What it is about, in a word or two",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    maxLength = Utterance.MAX_TOPIC_LENGTH)
            String topic) {}

    @Schema(name = "Leaving", description = "Who leaves a conversation, and with which word")
    record Leaving(
            @Schema(
                    description = "The resident that leaves; none to end it for all",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    example = Examples.RESIDENT)
            UUID agentId,

            @Schema(
                    description = "A last word",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    maxLength = Utterance.MAX_WORDS_LENGTH)
            String words,

            @Schema(
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    allowableValues = {"plain", "warm", "cross"})
            String tone,

            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, maxLength = Utterance.MAX_TOPIC_LENGTH)
            String topic) {}
}
