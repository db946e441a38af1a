package city.world.kernel;

/// A wish that may change the city. It is journaled when it is admitted, and applied on the city thread.
///
/// Implementations are records with a {@link WireName}, made of values that the codec can write: numbers, texts, UUIDs,
/// enums, lists, optionals and records of these.
///
/// @param <R> the answer: a record or sealed type of records, refusals included
public interface Command<R> {}
