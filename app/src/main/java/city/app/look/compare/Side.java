package city.app.look.compare;

import city.world.kernel.machine.Origin;
import city.world.kernel.state.Table;
import city.world.spi.CityRecord;
import city.world.spi.EventLog;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import java.util.List;
import java.util.function.LongFunction;

/// One of two cities that are compared, while nobody runs it.
///
/// @param name      by which it was named, for people
/// @param keyframes oldest first
/// @param tablesAt  all tables at a tick, declared alike for both cities; fails where this program's rules do not reach
public record Side(
        String name,
        Origin origin,
        Head head,
        CityRecord record,
        EventLog log,
        List<Keyframe> keyframes,
        LongFunction<List<Table>> tablesAt) {}
