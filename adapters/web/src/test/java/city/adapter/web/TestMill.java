package city.adapter.web;

import city.economy.EconomyReads.JobState;
import city.economy.FirmId;
import city.economy.JobId;
import city.economy.Money;
import city.world.Atlas;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.WorldReads.LocationState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The one place of the test city where there is work.
final class TestMill {
    static final LocationState STATE = new LocationState(
            new Atlas.Location(
                    new LocationId(TestCity.MILL),
                    "The Mill",
                    LocationKind.MILL,
                    10,
                    20,
                    5,
                    List.of(new Hours(480, 1080, 31))),
            TestCity.DOWNTOWN,
            "Downtown",
            new UUID(2, 2),
            true,
            Optional.empty(),
            2,
            2,
            List.of());

    static final JobState JOB = new JobState(
            new JobId(TestCity.JOB), new FirmId(TestCity.FIRM), "miller", new Money(1200), 2, 1, Hours.ALWAYS);

    private TestMill() {}
}
