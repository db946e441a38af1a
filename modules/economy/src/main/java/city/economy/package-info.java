/// The city's economy: accounts, a ledger in which every posting sums to zero, and what they measure.
@NullMarked
package city.economy;

import org.jspecify.annotations.NullMarked;
