/// A real city as a process of its own, as a benchmark sees it from outside: its doors, its meters, its database.
@NullMarked
package city.app.bench.child;

import org.jspecify.annotations.NullMarked;
