/// The economy's books: accounts, goods, firms, stock, jobs, wages and pantries, as columns of declared state, and
/// the rules that need nothing else. Mutable where it must be, each table behind one class; the city thread alone
/// writes.
@NullMarked
package city.economy.domain;

import org.jspecify.annotations.NullMarked;
