package city.world.kernel.history;

import city.world.kernel.state.Table;
import city.world.kernel.testing.HistoryContract;
import city.world.kernel.testing.InMemoryRecord;
import city.world.kernel.testing.SmallCities.Store;
import java.util.List;

class InMemoryHistoryTest extends HistoryContract {
    private InMemoryRecord record;

    @Override
    protected Store open(List<Table> tables) {
        if (record == null) {
            record = new InMemoryRecord();
        }
        return new Store(record, record, record, record, record::close);
    }
}
