package city.adapter.web.agents;

import city.adapter.web.input.JsonBody;
import city.agents.Action;
import city.social.InteractionId;
import city.social.Tone;
import city.social.Utterance;
import city.world.ResidentId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what residents are to do in talks.
public final class TalkInput {
    private static final int MAX_MINUTES = 24 * 60;
    private static final int USUAL_MINUTES = 30;

    private TalkInput() {}

    static Optional<Action> read(String type, JsonBody body) {
        return switch (type) {
            case "say" -> words(body.require("words")).map(it -> new Action.Say(it, Optional.empty()));
            case "invite" -> invite(body);
            case "reply" -> body.require("accept").flag("accept").map(it -> new Action.Reply(it, minutes(body)));
            default -> Optional.of(new Action.LeaveTalk(words(body), Optional.empty()));
        };
    }

    /// Whom to ask, with which words, and for how long there is time.
    public static Optional<Action> invite(JsonBody body) {
        var with = body.require("with").uuids("with", Action.Invite.MOST);
        var words = words(body);
        int minutes = minutes(body);
        if (with.filter(it -> it.isEmpty() || it.stream().distinct().count() < it.size())
                .isPresent()) {
            return body.wrong("with", "must be 1 to %d different residents".formatted(Action.Invite.MOST));
        }
        return with.map(it -> new Action.Invite(it.stream().map(ResidentId::new).toList(), words, minutes));
    }

    /// What to say in which talk.
    public static Optional<Action> say(JsonBody body, InteractionId in) {
        return words(body.require("words")).map(it -> new Action.Say(it, Optional.of(in)));
    }

    public static Action leave(JsonBody body, InteractionId in) {
        return new Action.LeaveTalk(words(body), Optional.of(in));
    }

    private static Optional<Utterance> words(JsonBody body) {
        var words = body.text("words", 1, Utterance.MAX_WORDS_LENGTH);
        var topic = body.text("topic", 0, Utterance.MAX_TOPIC_LENGTH).orElse("");
        var tone = tone(body);
        return words.map(it -> new Utterance(it, tone, topic));
    }

    private static Tone tone(JsonBody body) {
        var name = body.text("tone", 1, 20).orElse("plain");
        return List.of(Tone.values()).stream()
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .or(() -> body.wrong("tone", "must be one of plain, warm, cross: \"%s\"".formatted(name)))
                .orElse(Tone.PLAIN);
    }

    private static int minutes(JsonBody body) {
        return body.number("minutes", 1, MAX_MINUTES).orElse(USUAL_MINUTES);
    }
}
