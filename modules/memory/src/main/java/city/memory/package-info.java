/// What residents remember: memories as values, what recalling asks and answers, and why it answered so.
///
/// A memory is a sentence with a weight and with the events that it goes back to. It is recalled by how recent, how
/// important and how relevant it is, and forgotten as its activation fades. Nothing here knows ties, trades or laws:
/// whoever lived through something says what it was and what was at stake.
@NullMarked
package city.memory;

import org.jspecify.annotations.NullMarked;
