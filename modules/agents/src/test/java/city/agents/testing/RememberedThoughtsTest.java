package city.agents.testing;

import city.agents.spi.ThoughtLog;

class RememberedThoughtsTest extends ThoughtLogContract {
    @Override
    protected ThoughtLog log() {
        return new RememberedThoughts();
    }
}
