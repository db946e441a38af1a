package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsCommand.SpawnResult;
import city.agents.Persona;
import city.economy.AccountId;
import city.economy.Money;
import city.economy.TransferId;
import city.economy.TransferResult;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.WorldCommand.CloseLocation;
import city.world.WorldCommand.LocationResult;
import city.world.kernel.Command;
import city.world.kernel.access.SubmissionFailed;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WritingTest {
    private static final String TRANSACTIONS = "/api/v1/economy/transactions";
    private static final String PAYMENT =
            "{\"sender_id\":\"%s\",\"receiver_id\":\"%s\",\"amount\":\"12.50\"}".formatted(TestCity.ADA, TestCity.BEN);
    private static final UUID NEW = new UUID(9, 9);

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aPaymentIsAnsweredWithItsPlaceAndTheSequenceThatHoldsIt() throws Exception {
        answer(new TransferResult.Done(new TransferId(NEW)));

        var paid = site.post(TRANSACTIONS, PAYMENT);

        assertThat(paid.statusCode()).isEqualTo(201);
        assertThat(paid.headers().firstValue("Location")).hasValue(TRANSACTIONS + "/" + NEW);
        assertThat(paid.headers().firstValue("City-Sequence"))
                .hasValue(String.valueOf(site.kernel.feed.lastSequence()));
        var json = Site.json(paid);
        assertThat(json.get("amount").text()).isEqualTo("12.50");
        assertThat(json.get("kind").text()).isEqualTo("transfer");
        assertThat(json.get("time").text()).startsWith("2030-01-01T0");
    }

    @Test
    void whoIsTooPoorIsToldHowMuchIsMissing() throws Exception {
        answer(new TransferResult.InsufficientFunds(new Money(250)));

        var refused = site.post(TRANSACTIONS, PAYMENT);

        assertProblem(refused, 409, "/problems/insufficient-funds");
        assertThat(Site.json(refused).get("missing").text()).isEqualTo("2.50");
    }

    @Test
    void anUnknownAccountIsNamedByItsField() throws Exception {
        answer(new TransferResult.NoSuchAccount(new AccountId(TestCity.BEN)));

        var refused = site.post(TRANSACTIONS, PAYMENT);

        assertProblem(refused, 404, "/problems/not-found");
        assertThat(Site.json(refused).get("field").text()).isEqualTo("receiver_id");
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAgainAndAnotherBodyIsRefused() throws Exception {
        site.kernel.rules = _ -> new TransferResult.Done(new TransferId(UUID.randomUUID()));

        var first = site.post(TRANSACTIONS, PAYMENT, "Idempotency-Key", "k1");
        var again = site.post(TRANSACTIONS, PAYMENT, "Idempotency-Key", "k1");
        var other = site.post(TRANSACTIONS, PAYMENT.replace("12.50", "13"), "Idempotency-Key", "k1");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(again.headers().firstValue("City-Sequence"))
                .isEqualTo(first.headers().firstValue("City-Sequence"));
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertProblem(other, 422, "/problems/key-reused");
    }

    @Test
    void aRefusalIsRepeatedToo() throws Exception {
        answer(new TransferResult.InsufficientFunds(new Money(250)));

        var first = site.post(TRANSACTIONS, PAYMENT, "Idempotency-Key", "poor");
        answer(new TransferResult.Done(new TransferId(NEW)));
        var again = site.post(TRANSACTIONS, PAYMENT, "Idempotency-Key", "poor");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void aCityThatIsBusyOrClosedAsksToComeAgain() throws Exception {
        for (var kind : new SubmissionFailed.Kind[] {
            SubmissionFailed.Kind.BUSY, SubmissionFailed.Kind.CLOSED, SubmissionFailed.Kind.DISCARDED
        }) {
            fail(kind);
            var refused = site.post(TRANSACTIONS, PAYMENT);
            assertProblem(refused, 503, "/problems/unavailable");
            assertThat(refused.headers().firstValue("Retry-After"))
                    .as(kind.name())
                    .isPresent();
        }
        fail(SubmissionFailed.Kind.QUARANTINED);
        assertProblem(site.post(TRANSACTIONS, PAYMENT), 422, "/problems/quarantined");
    }

    @Test
    void aFaultTellsNothingButANumber() throws Exception {
        site.kernel.rules = _ -> {
            throw new IllegalStateException("secret of city.world.Secret");
        };

        var fault = site.post(TRANSACTIONS, PAYMENT);

        assertProblem(fault, 500, "/problems/internal");
        assertThat(fault.body()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(Site.json(fault).get("error_id").text()).hasSize(36);
    }

    @Test
    void aNewResidentArrivesWithWhatIsSaidAndDefaultsForTheRest() throws Exception {
        answer(new SpawnResult.Spawned(new ResidentId(NEW)));

        var arrived =
                site.post("/api/v1/agents", "{\"name\":\"Cleo\",\"traits\":{\"openness\":90},\"balance\":\"1000\"}");

        assertThat(arrived.statusCode()).isEqualTo(201);
        assertThat(arrived.headers().firstValue("Location")).hasValue("/api/v1/agents/" + NEW);
        var json = Site.json(arrived);
        assertThat(json.get("balance").text()).isEqualTo("1000.00");
        assertThat(json.get("traits").get("openness").number()).isEqualTo(90);
        assertThat(json.get("traits").get("earliness").number()).isEqualTo(50);
    }

    @Test
    void aRefusedArrivalNamesTheField() throws Exception {
        answer(new SpawnResult.Refused("home", "no such location"));

        var refused = site.post("/api/v1/agents", "{\"name\":\"Cleo\",\"home\":\"" + NEW + "\"}");

        assertProblem(refused, 422, "/problems/invalid-body");
        assertThat(Site.json(refused).get("field").text()).isEqualTo("home");
    }

    @Test
    void aChangeOfTraitsKeepsTheOthers() throws Exception {
        var command = heard(new ResidentResult.Done());

        var changed = site.send("PATCH", "/api/v1/agents/" + TestCity.ADA, "{\"traits\":{\"openness\":70}}");

        assertThat(changed.statusCode()).isEqualTo(200);
        var edit = (AgentsCommand.Edit) command.get();
        assertThat(edit.name()).isEmpty();
        assertThat(edit.traits().orElseThrow().openness()).hasValue(70);
        assertThat(edit.traits().orElseThrow().neuroticism()).isEmpty();
    }

    @Test
    void theSameChangeUnderTheSameKeyIsToldAgainWhateverChangedSince() throws Exception {
        answer(new ResidentResult.Done());
        var change = "{\"traits\":{\"openness\":70}}";
        var first = site.send("PATCH", "/api/v1/agents/" + TestCity.ADA, change, "Idempotency-Key", "open up");
        site.city.traits = new Persona.Traits(70, 50, 50, 50, 50, 10);

        var again = site.send("PATCH", "/api/v1/agents/" + TestCity.ADA, change, "Idempotency-Key", "open up");

        site.city.traits = Persona.Traits.LIKE_MOST;
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aChangeOfAnythingElseNamesTheField() throws Exception {
        var refused = site.send("PATCH", "/api/v1/agents/" + TestCity.ADA, "{\"name\":\"Eva\",\"balance\":\"5.00\"}");

        assertProblem(refused, 422, "/problems/invalid-body");
        assertThat(Site.json(refused).get("field").text()).isEqualTo("balance");
    }

    @Test
    void departingTwiceIsWellAndTheUnknownIsNot() throws Exception {
        var path = "/api/v1/agents/" + TestCity.BEN;
        answer(new ResidentResult.Done());
        var first = site.send("DELETE", path, "");
        answer(new ResidentResult.HasDeparted(new ResidentId(TestCity.BEN)));
        var second = site.send("DELETE", path, "");
        var started = site.post(path + "/start", "");
        answer(new ResidentResult.NoSuchResident(new ResidentId(TestCity.BEN)));
        var unknown = site.send("DELETE", path, "");

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(second.statusCode()).isEqualTo(204);
        assertProblem(started, 409, "/problems/has-departed");
        assertProblem(unknown, 404, "/problems/not-found");
    }

    @Test
    void actionsAreReadByTheirTypeAndRefusedWithAReason() throws Exception {
        var path = "/api/v1/agents/" + TestCity.ADA + "/actions";
        var command = heard(new ActionResult.Done());

        var done = site.post(path, "{\"type\":\"move\",\"to\":\"" + TestCity.MILL + "\"}");
        answer(new ActionResult.Refused(ActionResult.Refusal.PLACE_CLOSED, "The Mill is closed"));
        var refused = site.post(path, "{\"type\":\"work\"}");
        var unknown = site.post(path, "{\"type\":\"fly\"}");
        var bare = site.post(path, "{\"type\":\"give\",\"amount\":\"-1\"}");

        assertThat(Site.json(done).get("type").text()).isEqualTo("move");
        assertThat(command.get())
                .isEqualTo(new AgentsCommand.Act(
                        new ResidentId(TestCity.ADA), new Action.Move(new LocationId(TestCity.MILL))));
        assertProblem(refused, 409, "/problems/action-refused");
        assertThat(Site.json(refused).get("refusal").text()).isEqualTo("place_closed");
        assertThat(Site.json(unknown).get("field").text()).isEqualTo("type");
        assertThat(Site.json(bare).get("errors").size()).isEqualTo(2);
    }

    @Test
    void aLocationIsClosedForAReason() throws Exception {
        var command = heard(new LocationResult.Done());
        var path = "/api/v1/world/locations/" + TestCity.MILL + "/close";

        var closed = site.post(path, "{\"reason\":\"flood\"}");
        var silent = site.post(path, "{}");

        assertThat(Site.json(closed).get("changed").truth()).isTrue();
        assertThat(command.get()).isEqualTo(new CloseLocation(new LocationId(TestCity.MILL), "flood"));
        assertProblem(silent, 422, "/problems/invalid-body");
    }

    @Test
    void theKeyMustBeOfALengthThatIsKept() throws Exception {
        answer(new TransferResult.Done(new TransferId(NEW)));

        var refused = site.post(TRANSACTIONS, PAYMENT, "Idempotency-Key", "k".repeat(201));

        assertProblem(refused, 400, "/problems/invalid-parameter");
    }

    private static void answer(Object answer) {
        site.kernel.rules = _ -> answer;
    }

    private static AtomicReference<Command<?>> heard(Object answer) {
        var heard = new AtomicReference<Command<?>>();
        site.kernel.rules = command -> {
            heard.set(command);
            return answer;
        };
        return heard;
    }

    private static void fail(SubmissionFailed.Kind kind) {
        site.kernel.rules = _ -> {
            throw new SubmissionFailed(kind, "so it is");
        };
    }

    static void assertProblem(HttpResponse<String> response, int status, String type) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = Site.json(response);
        assertThat(problem.get("type").text()).isEqualTo(type);
        assertThat(problem.get("status").number()).isEqualTo(status);
        assertThat(problem.get("detail").text()).isNotBlank();
    }
}
