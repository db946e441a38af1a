package city.adapter.web.live;

import city.adapter.web.input.Ids;
import city.adapter.web.input.JsonBody;
import city.adapter.web.map.MapFrames;
import city.adapter.web.map.Viewport;
import io.micronaut.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The messages of a client.
sealed interface Asked {
    /// A wish for names is the longest message, some 10,000 characters.
    int MOST_BYTES = 16_384;

    /// Names asked for at once.
    int MOST_NAMES = 256;

    int LONGEST_WORD = 80;

    /// @param after empty for what is next
    record Subscribe(String id, Wish wish, OptionalLong after) implements Asked {}

    record Unsubscribe(String id) implements Asked {}

    /// @param view   empty for no map
    /// @param perSecond frames at most
    record Look(Optional<Viewport> view, int perSecond) implements Asked {}

    record Name(List<UUID> ids, List<Integer> slots) implements Asked {}

    /// @throws city.adapter.web.problem.Refused when the text says nothing of this
    static Asked read(JsonMapper mapper, String text) {
        var body = JsonBody.read(mapper, text).require("type");
        var asked =
                switch (body.text("type", 1, LONGEST_WORD).orElse("")) {
                    case "subscribe" -> subscribe(body);
                    case "unsubscribe" -> new Unsubscribe(id(body));
                    case "view" -> look(body);
                    case "names" -> names(body);
                    default -> {
                        body.wrong("type", "must be subscribe, unsubscribe, view or names");
                        yield new Unsubscribe("");
                    }
                };
        body.finish();
        return asked;
    }

    private static Subscribe subscribe(JsonBody body) {
        var wish = new Wish(
                body.texts("topics", Wish.MOST_WORDS, LONGEST_WORD).orElse(List.of()),
                body.texts("types", Wish.MOST_WORDS, LONGEST_WORD).orElse(List.of()),
                body.uuid("subject"));
        return new Subscribe(id(body), wish, body.whole("after"));
    }

    private static String id(JsonBody body) {
        return body.require("id").text("id", 1, LONGEST_WORD).orElse("");
    }

    private static Look look(JsonBody body) {
        int perSecond = body.number("rate", 0, MapFrames.MOST_LOOKS).orElse(1);
        if (perSecond == 0) {
            return new Look(Optional.empty(), 0);
        }
        body.require("x0", "y0", "x1", "y1", "zoom");
        int x0 = meters(body, "x0");
        int y0 = meters(body, "y0");
        int x1 = meters(body, "x1");
        int y1 = meters(body, "y1");
        double zoom = body.decimal("zoom").orElse(1.0);
        if (!(zoom > 0)) {
            body.wrong("zoom", "must be above 0 pixels a metre: " + zoom);
        }
        if (x1 <= x0 || y1 <= y0) {
            body.wrong("x1", "and y1 must be above x0 and y0");
        }
        body.finish();
        return new Look(Optional.of(Viewport.of(x0, y0, x1, y1, zoom)), perSecond);
    }

    private static int meters(JsonBody body, String name) {
        return body.number(name, -Viewport.FARTHEST_METERS, Viewport.FARTHEST_METERS)
                .orElse(0);
    }

    private static Name names(JsonBody body) {
        var ids = new ArrayList<UUID>();
        for (var text : body.texts("ids", MOST_NAMES, LONGEST_WORD).orElse(List.of())) {
            Ids.parse(text).ifPresentOrElse(ids::add, () -> body.wrong("ids", "must be UUIDs"));
        }
        return new Name(ids, body.numbers("slots", MOST_NAMES, 0, Integer.MAX_VALUE));
    }
}
