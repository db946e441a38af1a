package city.adapter.scenario;

import city.adapter.scenario.Directory.Opening;
import city.adapter.scenario.Directory.Spot;
import city.adapter.scenario.text.Place;
import city.adapter.scenario.text.Section;
import city.economy.AccountId;
import city.economy.FirmPlan;
import city.economy.Money;
import city.world.Hours;
import java.util.ArrayList;
import java.util.List;

/// What a firm is like, wherever it stands and whatever it is called.
record FirmTerms(Money capital, Money contractPerHour, List<FirmPlan.Product> products, List<Job> jobs) {
    FirmTerms {
        products = List.copyOf(products);
        jobs = List.copyOf(jobs);
    }

    /// @param at where its title stands in the file
    record Job(String title, Money hourlyWage, int places, Hours shift, Place at) {}

    /// A firm on these terms. Its jobs are known from then on.
    FirmPlan found(String name, Spot spot, AccountId owner, Directory directory, Section section) {
        var plans = new ArrayList<FirmPlan.Job>();
        for (var job : jobs) {
            var full = name + " / " + job.title();
            directory.enter("job", full, job.at(), section);
            directory.add(new Opening(Ids.job(full), full, job.places(), spot.district()));
            plans.add(new FirmPlan.Job(Ids.job(full), job.title(), job.hourlyWage(), job.places(), job.shift()));
        }
        return new FirmPlan(Ids.firm(name), name, spot.id(), owner, capital, contractPerHour, products, plans);
    }
}
