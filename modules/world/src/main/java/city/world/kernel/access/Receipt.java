package city.world.kernel.access;

/// The answer to a command, given after the commit that holds it.
///
/// @param sequence of the last event of that commit: a snapshot of at least this sequence shows what the command did
/// @param repeated true when this is the first answer given again for a repeated key
public record Receipt<R>(R answer, long tick, long sequence, boolean repeated) {}
