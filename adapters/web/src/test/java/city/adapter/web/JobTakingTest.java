package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.Act;
import city.economy.JobId;
import city.world.ResidentId;
import city.world.kernel.Command;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobTakingTest {
    private static final String PATH = "/api/v1/jobs/" + TestCity.JOB + "/take";
    private static final String BEN = "{\"agent_id\":\"" + TestCity.BEN + "\"}";

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
    void aResidentTakesAJobByTheActionOfThatName() throws Exception {
        var heard = new AtomicReference<Command<?>>();
        site.kernel.rules = command -> {
            heard.set(command);
            return new ActionResult.Done();
        };

        var taken = site.post(PATH, BEN);

        assertThat(Site.json(taken).get("type").text()).isEqualTo("take_job");
        assertThat(Site.json(taken).get("id").text()).isEqualTo(TestCity.BEN.toString());
        assertThat(heard.get())
                .isEqualTo(new Act(new ResidentId(TestCity.BEN), new Action.TakeJob(new JobId(TestCity.JOB))));
    }

    @Test
    void aFullJobIsAConflictAndAnUnknownOneOrNobodyIsNotFound() throws Exception {
        answer(new ActionResult.Refused(ActionResult.Refusal.NO_FREE_PLACE, "no free place"));
        var full = site.post(PATH, BEN);
        answer(new ActionResult.Refused(ActionResult.Refusal.ON_THE_WAY, "until noon"));
        var unknown = site.post(PATH.replace(TestCity.JOB.toString(), TestCity.BEN.toString()), BEN);
        answer(new ActionResult.NoSuchResident(new ResidentId(TestCity.BEN)));
        var nobody = site.post(PATH, BEN);

        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(Site.json(full).get("refusal").text()).isEqualTo("no_free_place");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(nobody.statusCode()).isEqualTo(404);
    }

    @Test
    void whoTakesItMustBeNamedAndNothingElse() throws Exception {
        answer(new ActionResult.Done());

        var unnamed = site.post(PATH, "{}");
        var more = site.post(PATH, BEN.replace("}", ",\"wage\":\"99.00\"}"));

        assertThat(unnamed.statusCode()).isEqualTo(422);
        assertThat(Site.json(unnamed).get("field").text()).isEqualTo("agent_id");
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(Site.json(more).get("field").text()).isEqualTo("wage");
    }

    private static void answer(ActionResult result) {
        site.kernel.rules = _ -> result;
    }
}
