package city.app.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasonAgentsTest {
    private static final int AGENTS = 100;

    @Test
    void theyDoTheWorkOfPlainAgents() {
        var plain = new PlainAgents(AGENTS);
        var mason = new MasonAgents(AGENTS);

        for (int step = 0; step < 50; step++) {
            plain.step();
            mason.step();
        }

        for (int agent = 0; agent < AGENTS; agent++) {
            assertThat(mason.x(agent)).isEqualTo(plain.x(agent));
            assertThat(mason.y(agent)).isEqualTo(plain.y(agent));
        }
        assertThat(plain.x(0)).as("they went somewhere").isNotEqualTo(new PlainAgents(AGENTS).x(0));
    }
}
