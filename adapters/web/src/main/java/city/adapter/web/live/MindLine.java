package city.adapter.web.live;

import city.adapter.web.input.Ids;
import city.adapter.web.input.JsonBody;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.agents.spi.Speakers;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import io.micronaut.websocket.WebSocketSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A program that speaks for a resident. It hears each question once, as long as it is open, and no other: who reads
/// slowly misses some. Whether its token still counts is asked before each question and each answer.
final class MindLine extends Line {
    private static final int PROTOCOL = 1;

    /// Far longer than a client needs to say a word.
    private static final Duration TO_SHOW_TOKEN = Duration.ofSeconds(10);

    private static final int LONGEST_TYPE = 80;

    private final Services services;
    private final String address;
    private String token;
    private UUID resident = new UUID(0, 0);
    private @Nullable Snapshot looked;
    private long told;

    /// @param address the resident's id, as the client wrote it
    /// @param token   as the handshake showed it; {@link Speakers#NO_TOKEN} for none
    MindLine(Services services, WebSocketSession session, String address, String token) {
        super(services.mapper(), session);
        this.services = services;
        this.address = address;
        this.token = token;
    }

    @Override
    void begin() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        resident = Ids.parse(address).orElseThrow(() -> Refused.parameter("id", "must be a UUID"));
        if (token.equals(Speakers.NO_TOKEN) && isTokenNeeded()) {
            token = shown();
        }
        services.admission().require(token, resident);
        send(welcome());
    }

    /// The question that is open now, when it was not told before.
    @Override
    boolean speak() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var snapshot = services.kernel().snapshot();
        if (snapshot == looked) {
            return false;
        }
        looked = snapshot;
        if (!isNew(snapshot)) {
            return false;
        }
        var question = services.minds().question(snapshot, resident);
        if (question.isEmpty()) {
            return false;
        }
        services.admission().require(token, resident);
        told = question.get().question();
        send(new Told.Question("question", question.get()));
        return true;
    }

    @Override
    void hear(String text) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        services.admission().require(token, resident);
        try {
            answer(JsonBody.read(services.mapper(), text).require("type"));
        } catch (Refused e) {
            send(new Told.Wrong("error", e.problem()));
        }
    }

    private void answer(JsonBody body) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        switch (body.text("type", 1, LONGEST_TYPE).orElse("")) {
            case "answer" -> send(new Told.Outcome("outcome", services.minds().outcome(resident, body)));
            // Of a client that does not know whether it needs one.
            case "token" -> token = token(body);
            default -> throw Refused.field(ProblemType.INVALID_BODY, "type", "must be answer or token");
        }
    }

    /// Cheap, for it is asked after every commit.
    private boolean isNew(Snapshot snapshot) {
        return services.agents()
                .mind(snapshot, new ResidentId(resident))
                .filter(it -> it.open().isPresent() && it.questions() != told)
                .isPresent();
    }

    private boolean isTokenNeeded() {
        return services.speakers().standing(new ResidentId(resident), token) != Speakers.Standing.ANYBODY;
    }

    /// By the first message, for clients that cannot set a header, such as a browser's.
    private String shown() throws InterruptedException {
        var text = Optional.ofNullable(await(TO_SHOW_TOKEN));
        if (text.isEmpty()) {
            return Speakers.NO_TOKEN;
        }
        var body = JsonBody.read(services.mapper(), text.get());
        return body.isWord("type", "token") ? token(body) : Speakers.NO_TOKEN;
    }

    private static String token(JsonBody body) {
        var token = body.require("token").secret("token").orElse(Speakers.NO_TOKEN);
        body.finish();
        return token;
    }

    private Told.Welcome welcome() {
        var mind = services.agents()
                .mind(services.kernel().snapshot(), new ResidentId(resident))
                .orElseThrow(() -> Refused.missing("resident", resident));
        return new Told.Welcome(
                "hello",
                PROTOCOL,
                resident,
                mind.settings().kind().name().toLowerCase(Locale.ROOT),
                mind.settings().patience());
    }
}
