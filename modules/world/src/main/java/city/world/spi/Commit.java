package city.world.spi;

import city.world.kernel.Event;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Changes;
import city.world.kernel.state.TableShape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that one group of commands and at most one tick changed: written whole or not at all.
///
/// @param before the head as last written, empty for the very first commit; the commit must fail when the record's
/// differs
/// @param after  the head to be written
/// @param time   city time of the head's tick
/// @param shapes how all tables are declared, where that may change: at the founding and where the rules change; else
/// empty
/// @param keyframe a copy of all state as of this commit, when it is one at which the rules change
/// @param facts  the same events as objects, index by index, for read columns that are written beside the state
public record Commit(
        Optional<Head> before,
        Head after,
        Instant time,
        List<JournalEntry> journal,
        List<LoggedEvent> events,
        List<Event> facts,
        List<Changes> changes,
        List<Answer> answers,
        List<TableShape> shapes,
        Optional<Keyframe.Draft> keyframe) {}
