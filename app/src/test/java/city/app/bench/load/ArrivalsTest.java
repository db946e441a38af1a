package city.app.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final CommitTimes commits = new CommitTimes();

    @Test
    void anEventIsAsOldAsTheCommitThatHeldIt() {
        commits.committed(0, 3, 1, 1);
        long between = System.nanoTime();
        commits.committed(1, 0, 1, 1);
        commits.committed(0, 2, 1, 1);

        assertThat(commits.nanosOf(1)).isEqualTo(commits.nanosOf(3)).isLessThanOrEqualTo(between);
        assertThat(commits.nanosOf(4)).isEqualTo(commits.nanosOf(5)).isGreaterThanOrEqualTo(between);
    }

    @Test
    void onlyPublicEventsAreTakenAndEachOnce() {
        var arrivals = new Arrivals(commits);
        commits.committed(0, 3, 1, 1);

        arrivals.heard("economy/transaction", "{\"seq\":2,\"prev_seq\":1}");
        arrivals.heard("agents/moves/1", "{\"seq\":3}");
        arrivals.heard("world/tick", "{\"head_seq\":3}");

        assertThat(arrivals.take()).hasSize(1);
        assertThat(arrivals.take()).isEmpty();
    }
}
