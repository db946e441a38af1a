package city.app.life;

import city.adapter.scenario.ScenarioReader;
import city.economy.EconomyCommand.FoundEconomy;
import city.economy.FirmPlan.Job;
import city.economy.JobId;
import city.world.Hours;
import java.util.Map;
import java.util.stream.Collectors;

/// The hours of a scenario's jobs, as it states them.
final class Shifts {
    private final Map<JobId, Hours> byJob;

    private Shifts(Map<JobId, Hours> byJob) {
        this.byJob = byJob;
    }

    static Shifts of(String scenario) {
        return new Shifts(new ScenarioReader()
                .read(scenario).genesis().founding().stream()
                        .filter(FoundEconomy.class::isInstance)
                        .flatMap(it -> ((FoundEconomy) it).firms().stream())
                        .flatMap(it -> it.jobs().stream())
                        .collect(Collectors.toMap(Job::id, Job::shift)));
    }

    Hours of(JobId job) {
        return byJob.get(job);
    }
}
